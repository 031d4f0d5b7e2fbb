import { at, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { ObjectIndex } from "../object-index.ts";

/** A custom resource definition comes before the objects of its kind: the API server knows none before. */
export function definitionEdges(index: ObjectIndex, add: AddEdge): void {
  for (const { node, data } of index.of("apiextensions.k8s.io/CustomResourceDefinition")) {
    const [group, kind] = [textOf(at(data, "spec", "group")), textOf(at(data, "spec", "names", "kind"))];
    for (const resource of index.of(`${group}/${kind}`))
      add(node, resource.node, "ready", "is of the kind that it defines");
  }
}
