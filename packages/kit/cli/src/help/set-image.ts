export const help = `Has an environment deploy other versions of images.

Usage: pnpm set-image <environment>... <image>=<reference>...

  environment   Such as dev or shop/prod; several, where they share a folder
                of overlays/ that sets the image, or to be alike.
  image         As the base writes it, without a tag, such as shop-api.
  reference     A tag, a digest, or both, alone or behind a repository:
                1.2.3, sha256:…, 1.2.3@sha256:…, registry.example.com/web:1.2.3
  --all         Fold nothing in the review of what comes of it.
  --dry-run     Say what would change, and write nothing.
  -h, --help    Show this.

Changes overlays/<environment>/kustomization.yaml in place, or that of the folder
of overlays/ that sets the image: comments, order, quotes and Flux markers stay.
Nothing is written when anything is refused; docs/promotion.md says what is. Shows
the review of what comes of it, which needs kustomize. Afterwards run \`pnpm build\`.

Exit codes: 0 set, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;
