import { at, mapOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";
import { selected } from "../selected.ts";
import { namedObjects, ownReferences, typeOf } from "./named-objects.ts";
import { needSecret } from "./need-secret.ts";

/**
 * What finds its counterpart in either order. Never more than that: a pod may need a peer's Service to become ready, so
 * a Service that waits for its pods to be healthy can wait for ever.
 */
export function trafficEdges(index: ObjectIndex, add: AddEdge): void {
  for (const { node, data } of index.of("/Service")) {
    const matchLabels = mapOf(at(data, "spec", "selector"));
    if (Object.keys(matchLabels).length === 0) continue;
    for (const pod of selected(index, node.namespace, { matchLabels })) add(node, pod.node, "any", "answers for it");
  }
  for (const [kind, field, reason] of policies) {
    for (const { node, data } of index.of(kind)) {
      for (const pod of selected(index, node.namespace, mapOf(at(data, "spec", field))))
        add(node, pod.node, "any", reason);
    }
  }
  for (const [kind, named, reason] of names) {
    for (const entry of index.of(kind)) {
      for (const { node } of namedObjects(index, entry, named)) add(node, entry.node, "any", reason);
    }
  }
  for (const ingress of index.of("networking.k8s.io/Ingress")) addSecrets(index, add, ingress);
}

const policies = [
  ["policy/PodDisruptionBudget", "selector", "is protected by it"],
  ["networking.k8s.io/NetworkPolicy", "podSelector", "is isolated by it"],
] as const;

/** Kinds that name another, and what they do with it. */
const names = [
  ["autoscaling/HorizontalPodAutoscaler", undefined, "scales it"],
  ["apps/StatefulSet", "/Service", "has the names of its pods from it"],
  ["networking.k8s.io/Ingress", "/Service", "routes to it"],
] as const;

function addSecrets(index: ObjectIndex, add: AddEdge, ingress: IndexedObject): void {
  const { node } = ingress;
  for (const reference of ownReferences(ingress)) {
    if (typeOf(reference) !== "/Secret") continue;
    const { name } = reference;
    needSecret(index, add, { after: node, namespace: node.namespace, name, verb: "serves with", optional: true });
  }
}
