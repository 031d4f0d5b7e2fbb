import { defineCommand } from "../define/command-definition.ts";
import { lifeExits, lifeOptions } from "../life/options.ts";

export default defineCommand({
  name: "vendor",
  about: "takes in what others publish: Helm charts, install files, Kustomize directories",
  title:
    "Takes in what others publish, as plain objects of a system: Helm charts, install files, Kustomize directories.",
  usage: [
    "add NAME --chart CHART --version VERSION [options...]",
    "add NAME --file FILE [--version VERSION] [options...]",
    "add NAME --kustomization DIRECTORY [options...]",
    "update NAME [--version VERSION]",
    "remove NAME",
    "list",
  ],
  actions: {
    add: "Fetch it, and write its line in packages/<system>/vendor.ts and its objects.",
    update: "Make the objects anew: of another version, or after an edit of the line.",
    remove: "Take it out: its line, its files, its base in overlays.",
    list: "Say what is vendored, and whether lines and files fit together.",
  },
  arguments: { NAME: "What it is called here: cert-manager, or shop/cert-manager." },
  options: {
    system: { type: "string", value: "SYSTEM", about: "The system that has it. Default: the only one." },
    chart: { type: "string", value: "CHART", about: "A name in --repository, oci://…, an archive or a directory." },
    repository: { type: "string", value: "URL", about: "Where the chart is published." },
    file: { type: "string", value: "FILE", about: "A URL, in which {version} is the version; a path; - for stdin." },
    kustomization: { type: "string", value: "DIRECTORY", about: "A directory of this repository." },
    version: { type: "string", value: "VERSION", about: "Which version." },
    values: { type: "string", value: "FILE", about: "The chart's values, YAML: they go into the line." },
    namespace: { type: "string", value: "NAME", about: "Its own namespace, which is made with it." },
    environment: { type: "string", multiple: true, value: "ID", about: "Who has it. Default: the whole system." },
    omit: { type: "string", multiple: true, value: "KIND/NAME", about: "An object that is left out." },
    ...lifeOptions,
  },
  notes:
    "First builds a copy of the repository with the change, and shows which files change and what a sync would do. Then asks. Nothing is written when anything is refused: a Secret with values, values that do not fit, a digest that has changed. Charts need helm on PATH, or Go, which builds it once. Hooks are left out and named; definitions go to packages/definitions, too. docs/vendor.md says more.",
  examples: {
    "vendor add rollouts --file install.yaml --namespace argo-rollouts": "Take an install file in.",
    "vendor update cert-manager --version v1.16.2 --dry-run": "Say what a newer version changes.",
  },
  exits: lifeExits,
});
