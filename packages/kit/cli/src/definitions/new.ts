import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "new",
  about: "makes a repository, system, service or environment",
  title: "Makes a repository, a system, a service or an environment, which build and pass the checks as they are.",
  usage: [
    "repository DIR [--name NAME] [--system NAME] [--service NAME]",
    "service <name> [--system NAME] [--kind KIND] [option...]",
    "environment <id> --like ENVIRONMENT [option...]",
    "system <name> [--environments LIST] [--service NAME] [option...]",
  ],
  actions: {
    repository: "Make a repository with one system of one service, in dev and prod.",
    service: "Write a package, and its entries in the overlays of its system.",
    environment: "Write one like another one: its definition, its overlay, how it is synced.",
    system: "Write a package of environments, a first service, and an overlay for each environment.",
  },
  arguments: {
    DIR: "Where the repository goes: a directory that is not there, or empty.",
    "name, id": "What it is called, as folders, packages and objects are.",
  },
  options: {
    name: { type: "string", value: "NAME", about: "repository: the name in package.json. Default: that of DIR." },
    system: {
      type: "string",
      value: "NAME",
      about: "service: its system. Default: the only one. repository: default shop.",
    },
    kind: {
      type: "string",
      value: "KIND",
      about: "service: web, worker, cron, stateful or migration. Default: web.",
    },
    image: { type: "string", value: "IMAGE", about: "service: with a tag or without. Default: like those beside it." },
    port: { type: "string", value: "PORT", about: "service: what its container opens. Default: 8080." },
    path: { type: "string", value: "PATH", about: "service: where its probes ask. Default: /healthz." },
    cpu: { type: "string", value: "CPU", about: "service: what it asks for. Default: 50m." },
    memory: { type: "string", value: "MEMORY", about: "service: what it asks for. Default: 64Mi." },
    command: { type: "string", value: "COMMAND", about: "service: what it runs. Default: what its image says." },
    calls: { type: "string", value: "LIST", about: "service: services that it connects to, by commas." },
    schedule: { type: "string", value: "CRON", about: 'cron: when it runs. Default: "0 3 * * *".' },
    size: { type: "string", value: "SIZE", about: "stateful: of its claim. Default: 1Gi." },
    mount: { type: "string", value: "PATH", about: "stateful: where its volume is. Default: /data." },
    of: { type: "string", value: "SERVICE", about: "migration: the service that waits for it." },
    here: { type: "boolean", about: "service: its src/index.ts is there, and only what is around it is written." },
    like: { type: "string", value: "ID", about: "environment: the one that it begins as." },
    as: {
      type: "string",
      value: "STAGE",
      about: "environment: development, staging or production. Default: as --like.",
    },
    namespace: { type: "string", value: "NAME", about: "environment: its namespace. Default: by the names of others." },
    cluster: {
      type: "string",
      value: "ID",
      about: "environment: a new cluster that it runs on. Default: that of --like.",
    },
    destination: { type: "string", value: "NAME", about: "environment: its cluster's name in Argo CD." },
    host: {
      type: "string",
      multiple: true,
      value: "OLD=NEW",
      about:
        "environment: a host in the place of one of --like. As often as needed. Default: a guess, which is listed.",
    },
    environments: {
      type: "string",
      value: "LIST",
      about: "system: their ids by commas, each with its stage where its name does not say it, such as eu:production.",
    },
    service: { type: "string", value: "NAME", about: "system, repository: its first service. Default: web." },
    "no-install": { type: "boolean", about: "Write only: do not install, and do not build." },
    "dry-run": { type: "boolean", about: "Show what would be written, and write nothing." },
    yes: { type: "boolean", about: "Ask nothing: what is not said is the default." },
  },
  notes:
    "Asks for what is not said at a terminal. Sources and overlays are edited in place: comments and order stay. Nothing is ever overwritten, and nothing is written when anything is refused. Then it installs and builds, which ends with the checks. docs/new.md says what each kind writes.",
  examples: {
    "new repository ../our-manifests --system shop --service cart":
      "A repository beside this one; docs/make-it-yours.md says what is in it.",
    "new service cart --kind web --calls catalog": "A Deployment and a Service that connects to another one.",
    "new service nightly --kind cron --schedule '0 3 * * *' --dry-run": "Say what a CronJob would write.",
    "new environment staging --like prod --as staging --host a.com=b.com": "A third environment, with its overlay.",
  },
  exits: { 0: "made, and built", 1: "made, and the checks find something" },
});
