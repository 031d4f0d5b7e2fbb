import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "verify",
  about: "asks a real API server whether it would take them",
  title: "Asks a real API server whether it would take the environments.",
  usage: ["[environment...]"],
  arguments: {
    environment: "Verify these, with all that share their clusters, such as dev or shop/prod. Default: all.",
  },
  options: {
    base: {
      type: "string",
      value: "REF",
      about: "Apply what REF has first, such as main, so that fields which cannot be changed in place show.",
    },
  },
  formats: { text: "", json: "the verdicts" },
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first. Starts a fresh API server per cluster on this machine, applies every object to it with strict validation, applies it again, and asks whether the workloads' claims and pods would be admitted. With --base the claims of REF are bound when the rest is applied over them. docs/control-plane.md says where its programs come from.",
  exits: { 0: "all taken", 1: "something is refused" },
});
