import { at, listOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { OrderNode } from "../node.ts";
import type { ObjectIndex } from "../object-index.ts";

/** A class, and a volume that is there already, come before what names them. */
export function storageEdges(index: ObjectIndex, add: AddEdge): void {
  const need = (kind: string, name: unknown, after: OrderNode, reason: string): void => {
    const known = textOf(name);
    const found = known === undefined ? undefined : index.find(kind, undefined, known);
    if (found !== undefined) add(found.node, after, "exists", reason);
  };
  for (const { node, data } of index.of("/PersistentVolumeClaim")) {
    need("storage.k8s.io/StorageClass", at(data, "spec", "storageClassName"), node, "is of its class");
    need("/PersistentVolume", at(data, "spec", "volumeName"), node, "claims it");
  }
  for (const { node, data } of index.of("/PersistentVolume")) {
    need("storage.k8s.io/StorageClass", at(data, "spec", "storageClassName"), node, "is of its class");
  }
  for (const { node, data } of index.of("apps/StatefulSet")) {
    for (const claim of listOf(at(data, "spec", "volumeClaimTemplates"))) {
      need("storage.k8s.io/StorageClass", at(claim, "spec", "storageClassName"), node, "claims volumes of its class");
    }
  }
  for (const { node, data } of index.of("networking.k8s.io/Ingress")) {
    need("networking.k8s.io/IngressClass", at(data, "spec", "ingressClassName"), node, "is of its class");
  }
}
