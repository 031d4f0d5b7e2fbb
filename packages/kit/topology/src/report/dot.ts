import type { NodeType, Topology, TopologyNode } from "../graph.ts";
import { labelText, nodeLines } from "./words.ts";

/** An environment as graphviz draws it. Types and states are classes, for a style sheet. */
export function formatDot(environment: string, { nodes, edges }: Topology): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const boxes = nodes.map((node) => {
    const { type, state } = node;
    const style = state === "here" ? "solid" : "dashed";
    return `  ${ids.get(node.id)} [class="${classes[type] ?? type} ${state}", shape=${shapes[type]}, style=${style}, label=${quoted(nodeText(node))}];`;
  });
  const arrows = edges.map((edge) => {
    const style = edge.type === "guards" || edge.type === "scales" ? ", style=dotted" : "";
    return `  ${ids.get(edge.from)} -> ${ids.get(edge.to)} [class=${edge.type}, label=${quoted(labelText(edge))}${style}];`;
  });
  const looks = [
    "  graph [rankdir=LR, ranksep=0.8, nodesep=0.25];",
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.22,0.08"];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9];',
  ];
  return [`digraph ${quoted(environment)} {`, ...looks, ...boxes, ...arrows, "}", ""].join("\n");
}

/** What looks like something else; also, a style sheet with the word of a Secret reads like one. */
const classes: Partial<Readonly<Record<NodeType, string>>> = {
  configmap: "config",
  secret: "config",
  ingress: "service",
};

const shapes: Readonly<Record<NodeType, string>> = {
  user: "doublecircle",
  outside: "octagon",
  ingress: "hexagon",
  service: "oval",
  workload: "box",
  configmap: "note",
  secret: "note",
  claim: "cylinder",
  autoscaler: "cds",
  budget: "cds",
};

function nodeText(node: TopologyNode): string {
  return nodeLines(node).join("\n");
}

/** A text in quotes. A backslash begins an escape, which graphviz fills in: `\N` is a node's name. */
function quoted(text: string): string {
  // oxlint-disable-next-line no-control-regex -- These are what it takes out.
  const plain = text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, " ");
  return `"${plain.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
