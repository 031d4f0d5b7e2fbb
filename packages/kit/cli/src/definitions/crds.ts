import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "crds",
  about: "takes custom resource definitions: types for authors, schemas for all that judges",
  title:
    "Takes custom resource definitions into packages/definitions: types to write objects with, schemas to judge them by.",
  usage: ["add FILE... [--dry-run]", "remove KIND... [--dry-run]", "list", "outdated FILE..."],
  actions: {
    add: "Take the definitions of files or directories, or of standard input (-).",
    remove: "Take kinds out again: Rollout, rollouts.argoproj.io or argoproj.io.",
    list: "Say which kinds are defined here.",
    outdated: "Say what newer definitions change, and which rendered objects they would refuse.",
  },
  arguments: { "FILE, KIND": "A file, a directory or - of definitions; a kind, a definition's name or a group." },
  options: { "dry-run": { type: "boolean", about: "Show what would be written, and write nothing." } },
  notes:
    "A kind that is defined here is as its definition here says, in all commands, whatever the kit knows of it. Nothing is written when any definition is refused. docs/crds.md says how the types are used.",
  examples: {
    "crds add crds.yaml": "Take what a project publishes.",
    "crds outdated crds-new.yaml": "Say what an upgrade would break here.",
  },
  exits: { 0: "done", 1: "outdated: a rendered object would be refused" },
});
