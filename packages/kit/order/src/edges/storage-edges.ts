import { at, listOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { OrderNode } from "../node.ts";
import type { ObjectIndex } from "../object-index.ts";
import { namedObjects } from "./named-objects.ts";

/** A class, and a volume that is there already, come before what names them. */
export function storageEdges(index: ObjectIndex, add: AddEdge): void {
  const ofClass = (name: unknown, after: OrderNode, reason: string): void => {
    const known = textOf(name);
    const found = known === undefined ? undefined : index.find("storage.k8s.io/StorageClass", undefined, known);
    if (found !== undefined) add(found.node, after, "exists", reason);
  };
  for (const [kind, named, reason] of names) {
    for (const entry of index.of(kind)) {
      for (const { node } of namedObjects(index, entry, named)) add(node, entry.node, "exists", reason);
    }
  }
  for (const { node, data } of index.of("/PersistentVolume")) {
    ofClass(at(data, "spec", "storageClassName"), node, "is of its class");
  }
  for (const { node, data } of index.of("apps/StatefulSet")) {
    for (const claim of listOf(at(data, "spec", "volumeClaimTemplates"))) {
      ofClass(at(claim, "spec", "storageClassName"), node, "claims volumes of its class");
    }
  }
}

/** Kinds that name another, and why that is first. */
const names = [
  ["/PersistentVolumeClaim", "storage.k8s.io/StorageClass", "is of its class"],
  ["/PersistentVolumeClaim", "/PersistentVolume", "claims it"],
  ["networking.k8s.io/Ingress", "networking.k8s.io/IngressClass", "is of its class"],
] as const;
