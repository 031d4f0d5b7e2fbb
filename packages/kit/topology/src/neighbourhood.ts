import type { Topology } from "./graph.ts";

/**
 * What is around some things: those that are one step away, then two, until there are as many as are wanted. Things that are
 * not there are passed over.
 */
export function neighbourhood({ nodes, edges }: Topology, ids: Iterable<string>, atMost: number): Topology {
  const known = new Set(nodes.map(({ id }) => id));
  const chosen = new Set([...ids].filter((id) => known.has(id)).slice(0, atMost));
  let edge = [...chosen];
  while (edge.length > 0 && chosen.size < atMost) {
    const next = edges.flatMap(({ from, to }) => [
      ...(edge.includes(from) ? [to] : []),
      ...(edge.includes(to) ? [from] : []),
    ]);
    edge = [...new Set(next)].filter((id) => !chosen.has(id)).slice(0, atMost - chosen.size);
    for (const id of edge) chosen.add(id);
  }
  return {
    nodes: nodes.filter(({ id }) => chosen.has(id)),
    edges: edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
  };
}
