import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "set-image",
  about: "has an environment deploy other versions",
  title: "Has an environment deploy other versions of images.",
  usage: ["<environment>... <image>=<reference>..."],
  arguments: {
    environment:
      "Such as dev or shop/prod; several, where they share a folder of overlays/ that sets the image, or to be alike.",
    image: "As the base writes it, without a tag, such as shop-api.",
    reference:
      "A tag, a digest, or both, alone or behind a repository:\n1.2.3, sha256:…, 1.2.3@sha256:…, registry.example.com/web:1.2.3",
  },
  options: {
    all: { type: "boolean", about: "Fold nothing in the review of what comes of it." },
    "dry-run": { type: "boolean", about: "Say what would change, and write nothing." },
  },
  notes:
    "Changes overlays/<environment>/kustomization.yaml in place, or that of the folder of overlays/ that sets the image: comments, order, quotes and Flux markers stay. Nothing is written when anything is refused; docs/promotion.md says what is. Shows the review of what comes of it, which needs kustomize. Afterwards run `pnpm build`.",
  examples: { "set-image dev shop-api=1.2.3": "The tag changes, and the repository stays." },
  exits: { 0: "set" },
});
