import { forMarkdown } from "@kit/text";
import { byGroup, byService } from "../condensed.ts";
import type { Topology } from "../graph.ts";
import { formatFlowchart } from "./flowchart.ts";

// Beyond these, GitHub shows the text and no drawing.
const limits = { edges: 500, characters: 50_000 };

/** An environment's page: a drawing that GitHub renders, of as much as it takes, and what is missing in words. */
export function formatPage(environment: string, topology: Topology): string {
  const drawings = [
    { of: "each object", shown: topology },
    { of: "services: configuration and budgets are left out", shown: byService(topology) },
    { of: "groups of services", shown: byGroup(topology) },
  ];
  const texts = drawings.map(({ of, shown }) => ({ of, edges: shown.edges.length, text: formatFlowchart(shown) }));
  const fit = texts.find(({ edges, text }) => edges <= limits.edges && text.length <= limits.characters);
  const sizes = `${count(topology.nodes.length, "thing")}, ${count(topology.edges.length, "connection")}`;
  const drawing =
    fit === undefined
      ? [`${sizes}: too many for one drawing. \`pnpm topology ${environment} --format svg\` draws them.`]
      : [`${sizes}. It shows ${fit.of}.`, "", "```mermaid", fit.text.trimEnd(), "```"];
  const missing = topology.nodes.filter(({ state }) => state === "missing");
  const lines = missing.map(({ kind, namespace, name }) => `- ${forMarkdown(`${kind} ${namespace}/${name}`)}`);
  const gaps = missing.length === 0 ? [] : ["", "Named by something here, and nowhere to be found:", "", ...lines];
  return [`# ${forMarkdown(environment)}`, "", ...drawing, ...gaps, ""].join("\n");
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
