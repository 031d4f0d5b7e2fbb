import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "images",
  about: "lists which version of each image runs where",
  title: "Lists which version of each image runs where.",
  usage: ["[environment...]"],
  arguments: { environment: "Show these, such as dev or shop/prod. Default: all." },
  options: {},
  formats: { text: "", json: "with whole references" },
  notes:
    "Shows what the overlays say, and which of their files sets what. Where generated/rendered has something else, it says so: then `pnpm build` has not run since the overlay was changed.",
  exits: { 0: "listed" },
});
