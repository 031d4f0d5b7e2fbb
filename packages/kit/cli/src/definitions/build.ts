import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "build",
  about: "builds generated/",
  title: "Builds generated/ from the packages and the overlays.",
  usage: ["[environment...]"],
  arguments: { environment: "Render these only, such as dev or shop/prod. Default: all." },
  options: {},
  notes:
    "Writes generated/bases and generated/environments from packages/, then generated/rendered with kustomize from overlays/. Nothing is written when any input is wrong; the checks of what is rendered (`pnpm check`) come after writing. Commit generated/ together with what changed it.",
  exits: { 0: "built", 1: "built, and a check found an error" },
});
