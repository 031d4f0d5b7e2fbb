import { byCodeUnits } from "@kit/text";
import type { Topology, TopologyEdge, TopologyNode } from "./graph.ts";

/**
 * Fewer things: what belongs to one workload alone (its Services, budget, autoscaler) and what it reads is one thing with it.
 * What is left is who calls whom, and how one gets in.
 */
export function byService({ nodes, edges }: Topology): Topology {
  const backed = edges.filter(({ type }) => type === "backs");
  const unitOf = new Map(nodes.filter(({ type }) => type === "workload").map(({ id }) => [id, id]));
  // The first workload stands for all that one Service selects.
  for (const { from, to } of backed) unitOf.set(to, unitOf.get(to) ?? unitOf.get(from)!);
  for (const { from, to } of backed) unitOf.set(from, unitOf.get(to)!);
  const kept = new Set(nodes.filter(({ type }) => alone.has(type)).map(({ id }) => id));
  return merged(nodes, edges, (id) => unitOf.get(id) ?? (kept.has(id) ? id : undefined));
}

/** Fewer still: what is part of the same is one thing. */
export function byGroup(topology: Topology): Topology {
  const { nodes, edges } = byService(topology);
  const groups = new Map(nodes.map((node) => [node.id, node.group === "" ? node.id : `group/${node.group}`]));
  const { nodes: units, edges: between } = merged(nodes, edges, (id) => groups.get(id));
  return {
    nodes: units.map((node) =>
      node.id.startsWith("group/") ? { ...node, kind: "", name: node.group, namespace: "" } : node,
    ),
    edges: between,
  };
}

const alone: ReadonlySet<TopologyNode["type"]> = new Set(["service", "ingress", "outside", "user"]);

/** @param unitOf The id of what a thing becomes, or undefined where it goes. */
function merged(
  nodes: readonly TopologyNode[],
  edges: readonly TopologyEdge[],
  unitOf: (id: string) => string | undefined,
): Topology {
  const units = new Map<string, TopologyNode>();
  for (const node of nodes) {
    const id = unitOf(node.id);
    if (id !== undefined && (!units.has(id) || id === node.id)) units.set(id, { ...node, id });
  }
  const found = new Map<string, TopologyEdge>();
  for (const edge of edges) {
    const [from, to] = [unitOf(edge.from), unitOf(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = JSON.stringify([from, to, edge.type]);
    const labels = new Set([...(found.get(key)?.labels ?? []), ...edge.labels]);
    found.set(key, { from, to, type: edge.type, labels: [...labels].toSorted(byCodeUnits) });
  }
  return { nodes: [...units.values()], edges: [...found.values()] };
}
