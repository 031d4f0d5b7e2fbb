import type { AddEdge } from "../edge.ts";
import type { ObjectIndex } from "../object-index.ts";

/** A Namespace comes before what is in it; before what may be in any of several, each of them. */
export function namespaceEdges(index: ObjectIndex, add: AddEdge): void {
  const all = index.of("/Namespace");
  if (all.length === 0) return;
  for (const { node } of index.entries) {
    if (node.namespace === undefined) continue;
    const own = index.find("/Namespace", undefined, node.namespace);
    const namespaces = node.namespace === "" ? all : own === undefined ? [] : [own];
    for (const namespace of namespaces) add(namespace.node, node, "exists", "is in it");
  }
}
