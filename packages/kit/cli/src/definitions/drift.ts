import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "drift",
  about: "tells whether generated/ is what a build makes",
  title: "Tells whether the committed generated/ is what the packages and overlays make.",
  usage: [""],
  options: {},
  formats: { text: "", json: "which files differ, and how" },
  notes:
    "Makes everything again in a temporary directory and changes nothing. Prints a unified diff: - is in generated/ now, + is what a build makes.",
  exits: { 0: "no drift", 1: "drift" },
});
