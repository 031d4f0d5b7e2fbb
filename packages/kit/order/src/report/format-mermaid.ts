import { forMermaid, forMermaidTitle } from "@kit/text";
import type { OrderEdge, Strength } from "../edge.ts";
import type { OrderNode } from "../node.ts";
import type { Order } from "../order.ts";
import { stageName, stagesOf, type SyncStage } from "./stages.ts";

/** The graph as Mermaid draws it: a box per wave; thick arrows wait, dotted ones bind nothing. */
export function formatMermaid(environment: string, { nodes, edges }: Order): string {
  const stages = stagesOf(nodes);
  const ids = new Map(stages.flatMap((stage) => stage.nodes).map((node, index) => [node, `n${index}`]));
  const boxes = stages.flatMap((stage, index) => [
    `  subgraph w${index}["${forMermaid(stageName(stage))}"]`,
    ...stage.nodes.map((node) => `    ${ids.get(node)}["${label(node)}"]`),
    "  end",
  ]);
  const folded = foldNamespaces(edges, stages);
  const arrows = folded.map(({ before, to, strength, reason }) => {
    const target = typeof to === "number" ? `w${to}` : ids.get(to);
    return `  ${ids.get(before)} ${lines[strength]}|"${forMermaid(reason)}"| ${target}`;
  });
  return ["---", `title: ${forMermaidTitle(environment)}`, "---", "flowchart TD", ...boxes, ...arrows, ""].join("\n");
}

const lines: Readonly<Record<Strength, string>> = { ready: "==>", exists: "-->", any: "-.->" };

interface Arrow extends Pick<OrderEdge, "before" | "strength" | "reason"> {
  /** An object, or the number of a wave. */
  readonly to: OrderNode | number;
}

/** A Namespace points to a whole wave where all of that is in it. */
function foldNamespaces(edges: readonly OrderEdge[], stages: readonly SyncStage[]): Arrow[] {
  const stageOf = new Map(stages.flatMap(({ nodes }, index) => nodes.map((node) => [node, index] as const)));
  const ofNamespaces = edges.filter(({ before: { group, kind } }) => group === "" && kind === "Namespace");
  const groups = Map.groupBy(ofNamespaces, ({ before, after }) => `${before.id} ${stageOf.get(after)}`);
  const whole = [...groups.values()].filter((group) => {
    const [{ before, after }] = group as [OrderEdge];
    const stage = stageOf.get(after)!;
    return stageOf.get(before) !== stage && stages[stage]!.nodes.length === group.length;
  });
  const covered = new Set(whole.flat());
  return [
    ...whole.map(([first]) => ({ ...first!, reason: "are in it", to: stageOf.get(first!.after)! })),
    ...edges.filter((edge) => !covered.has(edge)).map((edge) => ({ ...edge, to: edge.after })),
  ];
}

function label({ kind, name }: OrderNode): string {
  return `${forMermaid(kind)}<br>${forMermaid(name)}`;
}
