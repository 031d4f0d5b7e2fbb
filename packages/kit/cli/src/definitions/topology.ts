import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "topology",
  about: "draws who reads what, who calls whom, and how one gets in",
  title: "Draws an environment: who reads which keys, who answers behind which Service, and how one gets in.",
  usage: ["[environment]"],
  arguments: { environment: "Draw this one, such as dev or shop/prod. Default: the only one that there is." },
  options: {},
  formats: {
    text: "",
    mermaid: "for Markdown that GitHub renders",
    svg: "for a browser, light and dark",
    dot: "for graphviz",
    json: "things and connections",
  },
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first. What is named and nowhere to be found is shown as missing; a Secret with a contract as made outside. docs/topology.md says what the shapes and arrows mean.",
  examples: {
    "topology dev": "Say it in a terminal.",
    "topology prod --format svg > prod.svg": "Draw it.",
  },
  exits: { 0: "shown" },
});
