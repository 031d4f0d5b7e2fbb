import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "rehearse",
  about: "deploys over what runs today, on this machine",
  title: "Deploys the environments over what runs today, on a cluster of this machine, and says what that does.",
  usage: ["[environment...]"],
  arguments: { environment: "Rehearse these, such as dev or shop/prod. Default: all, one after the other." },
  options: {
    from: {
      type: "string",
      value: "REF",
      about: "What runs today. Default: where HEAD branched off from origin/main, or from main.",
    },
  },
  formats: { text: "", markdown: "", json: "" },
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first. Starts an API server, scheduler and controllers with the fake nodes of the environment's cluster, deploys what REF has, then generated/rendered over it, then REF again. docs/rehearse.md explains what it reports.",
  exits: { 0: "it works", 1: "it hurts, or rolling back does" },
});
