import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "promote",
  about: "has an environment deploy the versions of another",
  title: "Has environments deploy the image versions of another one of their system.",
  usage: ["<from> <to>... [service|image...]"],
  arguments: {
    "from, to": "Environments, such as dev and prod, or shop/dev and shop/prod; several to, such as prod-eu prod-us.",
    "service, image": "Promote these only. Default: every image that they set.",
  },
  options: {
    all: { type: "boolean", about: "Fold nothing in the review of what comes of it." },
    "allow-downgrade": { type: "boolean", about: "Also deploy versions that are older than what runs there." },
    "dry-run": { type: "boolean", about: "Say what would change, and write nothing." },
  },
  notes:
    "Copies tags and digests in overlays/<to>/kustomization.yaml, or in that of the folder of overlays/ that sets them for all of <to>, and nothing else: comments, order, quotes and Flux markers stay. Nothing is written when anything is refused; docs/promotion.md says what is. Shows the review of what comes of it, which needs kustomize. Afterwards run `pnpm build`.",
  examples: {
    "promote dev prod": "All that runs in dev is to run in prod.",
    "promote dev prod-eu prod-us web --dry-run": "Say what one service would get, in two environments.",
  },
  exits: { 0: "promoted" },
});
