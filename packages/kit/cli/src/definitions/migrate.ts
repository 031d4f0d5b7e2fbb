import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "migrate",
  about: "brings overlays up to date with where the build writes",
  title: "Brings overlays up to date with where the build writes.",
  usage: [""],
  options: { "dry-run": { type: "boolean", about: "Say what would change, and write nothing." } },
  notes:
    "In every kustomization below overlays/ a path generated/bases/<service> becomes generated/bases/<system>/<service>, and a line `namespace:` goes where it names the namespace of the environment, which its component gives to what has none. Comments, order and quotes stay. Afterwards run `pnpm build`.",
  exits: { 0: "up to date" },
});
