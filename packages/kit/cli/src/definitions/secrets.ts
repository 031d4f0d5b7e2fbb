import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "secrets",
  about: "works on the Secrets, and looks for leaks",
  title: "Works on the Secrets of the environments. No value is ever shown or stored.",
  usage: [
    "template [environment...]",
    "check <environment> --from-env-file FILE",
    "apply <environment> --from-env-file FILE [--dry-run]",
    "status <environment>",
    "scan",
  ],
  actions: {
    template: "Print what an env file of the environments has to have. The build writes the same to generated/secrets.",
    check: "Say everything that is wrong with an env file.",
    apply: "Check it, then create the Secrets that are made by hand.",
    status: "Tell which Secrets and keys the cluster has.",
    scan: "Look for secrets in every file of the repository.",
  },
  options: {
    "from-env-file": { type: "string", value: "FILE", about: "NAME=value lines; - reads standard input." },
    context: {
      type: "string",
      value: "NAME",
      about:
        "The context of kubectl. Default: the one that the environment's cluster names, else the current one; one that is as production needs one of the two said.",
    },
    namespace: { type: "string", value: "NAME", about: "Default: that of the environment." },
    "dry-run": { type: "boolean", about: "Tell what would be applied and where, and send nothing." },
    yes: {
      type: "boolean",
      about:
        "Do not ask whether the cluster is the right one, which is asked at a terminal where nothing ties the environment to a cluster.",
    },
  },
  formats: { text: "", json: "the status, or what the scan found" },
  modes: { template: ["text"], check: ["text"], apply: ["text"] },
  notes: "The contracts are in packages/*/environments; docs/secrets.md explains the rest.",
  examples: {
    "secrets template dev >dev.env": "A file to fill in, which git is not to see.",
    "secrets apply dev --from-env-file dev.env --dry-run": "What would be applied, and where.",
  },
  exits: { 0: "fine", 1: "the file is wrong, a key is missing or a secret was found", 3: "kubectl failed" },
});
