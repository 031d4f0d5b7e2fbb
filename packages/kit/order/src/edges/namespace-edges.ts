import type { AddEdge } from "../edge.ts";
import type { ObjectIndex } from "../object-index.ts";

/** A Namespace comes before what is in it. */
export function namespaceEdges(index: ObjectIndex, add: AddEdge): void {
  if (index.of("/Namespace").length === 0) return;
  for (const { node } of index.entries) {
    if (node.namespace === undefined) continue;
    const own = index.find("/Namespace", undefined, node.namespace);
    if (own !== undefined) add(own.node, node, "exists", "is in it");
  }
}
