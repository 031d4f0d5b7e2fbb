import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "order",
  about: "prints in which order an environment is applied",
  title: "Prints in which order Argo CD applies an environment's objects, and why.",
  usage: ["<environment>"],
  arguments: { environment: "Such as dev or shop/prod." },
  options: {},
  formats: { text: "", mermaid: "a graph, a box per wave", json: "waves, and edges with their strengths and reasons" },
  shortForms: ["mermaid"],
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first. A wave is applied when the one before it is healthy; within one Argo CD goes by kinds. What an object waits for has to be healthy, what it comes after has to be there; the rest works either way. docs/order.md says more.",
  examples: { "order prod --format mermaid": "A graph, such as for Markdown." },
  exits: { 0: "the order holds", 1: "it does not" },
});
