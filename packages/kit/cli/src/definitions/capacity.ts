import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "capacity",
  about: "tells whether the environments fit their clusters",
  title: "Tells whether the environments fit their clusters, also while they roll.",
  usage: ["[environment...]"],
  arguments: {
    environment: "Judge these only, with all that share their clusters, such as dev or shop/prod. Default: all.",
  },
  options: {},
  formats: { text: "", markdown: "", json: "quantities as text, shares in percent" },
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first, and the clusters of the typed environments. The limits are judged against the target, with what the system reserves left out; the requests while everything rolls at once are judged by placing every pod on a node as the scheduler does. docs/capacity.md explains the numbers.",
  exits: { 0: "all fit", 1: "one is over its target or does not fit" },
});
