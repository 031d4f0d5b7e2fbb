import { forMermaid } from "@kit/text";
import type { NodeType, Topology, TopologyNode } from "../graph.ts";
import { labelText, nodeLines } from "./words.ts";

/** An environment as Mermaid draws it: what is missing is red, what is made outside has a dashed border. */
export function formatFlowchart({ nodes, edges }: Topology): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const boxes = nodes.map((node) => `  ${ids.get(node.id)}${box(node)}`);
  const arrows = edges.map((edge) => {
    const label = labelText(edge);
    const line = edge.type === "guards" || edge.type === "scales" ? "-.->" : "-->";
    return `  ${ids.get(edge.from)} ${line}${label === "" ? "" : `|"${forMermaid(label)}"|`} ${ids.get(edge.to)}`;
  });
  const marks = (["missing", "expected"] as const).flatMap((state) => {
    const own = nodes.filter((node) => node.state === state).map(({ id }) => ids.get(id)!);
    return own.length === 0 ? [] : [`  classDef ${state} ${looks[state]}`, `  class ${own.join(",")} ${state}`];
  });
  return ["flowchart LR", ...boxes, ...arrows, ...marks, ""].join("\n");
}

const looks = { missing: "stroke:#d1242f,stroke-width:3px,stroke-dasharray:4", expected: "stroke-dasharray:4" };

const shapes: Readonly<Record<NodeType, readonly [string, string]>> = {
  user: ["((", "))"],
  outside: ["(((", ")))"],
  ingress: ["{{", "}}"],
  service: ["([", "])"],
  workload: ["[", "]"],
  configmap: ["[/", "/]"],
  secret: ["[/", "/]"],
  claim: ["[(", ")]"],
  autoscaler: [">", "]"],
  budget: [">", "]"],
};

function box(node: TopologyNode): string {
  const [open, close] = shapes[node.type];
  return `${open}"${nodeLines(node).map(forMermaid).join("<br>")}"${close}`;
}
