import { forTerminal } from "@kit/text";
import type { Topology, TopologyNode } from "../graph.ts";
import { labelText, nodeLines } from "./words.ts";

/** An environment for a terminal: each thing, and below it where its values and requests go. */
export function formatText(environment: string, { nodes, edges }: Topology): string {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const outgoing = Map.groupBy(edges, ({ from }) => from);
  const incoming = new Set(edges.map(({ to }) => to));
  const blocks = nodes.flatMap((node) => {
    const own = outgoing.get(node.id) ?? [];
    if (own.length === 0 && incoming.has(node.id)) return [];
    const lines = own.map((edge) => {
      const label = labelText(edge);
      return `  → ${textOf(nodeOf.get(edge.to)!)}${label === "" ? "" : `  ${forTerminal(label)}`}`;
    });
    return [[textOf(node), ...lines].join("\n")];
  });
  return `${[forTerminal(environment), ...blocks].join("\n\n")}\n`;
}

function textOf(node: TopologyNode): string {
  const lines = nodeLines(node);
  const told = node.state === "here" ? lines : lines.slice(0, -1);
  return forTerminal(told.join(" ") + (node.state === "here" ? "" : ` (${lines.at(-1)})`));
}
