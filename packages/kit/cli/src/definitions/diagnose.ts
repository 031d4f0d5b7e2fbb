import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "diagnose",
  about: "tells what this machine has and lacks for the commands",
  title: "Tells what this machine has and lacks, and which commands cannot work without it.",
  usage: ["[--fix]"],
  options: {
    fix: { type: "boolean", about: "Build with Go what is built on first use, so that no command waits for it." },
  },
  formats: { text: "", json: "the tools and caches" },
  notes:
    "A line for each tool: where it is and its version, or what does not work without it and how to get it. Then the caches, and their sizes. Nothing but --fix changes anything. docs/diagnose.md says more.",
  exits: { 0: "every command can work", 1: "a command cannot work" },
});
