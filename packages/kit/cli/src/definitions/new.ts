import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "new",
  about: "begins a repository",
  title: "Begins a repository of its own.",
  usage: ["repository DIR [options]"],
  actions: { repository: "Make a repository with one system of one service, in dev and prod." },
  arguments: { DIR: "Where it goes: a directory that is not there, or empty." },
  options: {
    name: { type: "string", value: "NAME", about: "The name in package.json. Default: that of DIR." },
    system: { type: "string", value: "NAME", about: "The system. Default: shop." },
    service: { type: "string", value: "NAME", about: "Its service. Default: web." },
    yes: { type: "boolean", about: "Do not ask for what is not said, which is asked at a terminal." },
    "dry-run": { type: "boolean", about: "Print what would be written, and write nothing." },
  },
  notes: "docs/make-it-yours.md says what is in it.",
  examples: { "new repository ../our-manifests --system shop --service cart": "Beside this one." },
  exits: { 0: "written, or nothing was to be" },
});
