export const help = `Has environments deploy the image versions of another one of their system.

Usage: pnpm promote <from> <to>... [service|image...]

  from, to           Environments, such as dev and prod, or shop/dev and
                     shop/prod; several to, such as prod-eu prod-us.
  service, image     Promote these only. Default: every image that they set.
  --all              Fold nothing in the review of what comes of it.
  --allow-downgrade  Also deploy versions that are older than what runs there.
  --dry-run          Say what would change, and write nothing.
  -h, --help         Show this.

Copies tags and digests in overlays/<to>/kustomization.yaml, or in that of the
folder of overlays/ that sets them for all of <to>, and nothing else: comments,
order, quotes and Flux markers stay. Nothing is written when anything is refused;
docs/promotion.md says what is. Shows the review of what comes of
it, which needs kustomize. Afterwards run \`pnpm build\`.

Exit codes: 0 promoted, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;
