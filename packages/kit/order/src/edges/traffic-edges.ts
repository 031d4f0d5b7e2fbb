import { at, groupOf, listOf, mapOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";
import { selected } from "../selected.ts";
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
  for (const { node, data } of index.of("autoscaling/HorizontalPodAutoscaler")) {
    const { apiVersion, kind, name } = mapOf(at(data, "spec", "scaleTargetRef"));
    const target = index.find(
      `${groupOf(textOf(apiVersion) ?? "")}/${String(kind)}`,
      node.namespace,
      textOf(name) ?? "",
    );
    if (target !== undefined) add(target.node, node, "any", "scales it");
  }
  for (const { node, data } of index.of("apps/StatefulSet")) {
    const service = index.find("/Service", node.namespace, textOf(at(data, "spec", "serviceName")) ?? "");
    if (service !== undefined) add(service.node, node, "any", "has the names of its pods from it");
  }
  for (const ingress of index.of("networking.k8s.io/Ingress")) addIngress(index, add, ingress);
}

const policies = [
  ["policy/PodDisruptionBudget", "selector", "is protected by it"],
  ["networking.k8s.io/NetworkPolicy", "podSelector", "is isolated by it"],
] as const;

function addIngress(index: ObjectIndex, add: AddEdge, { node, data }: IndexedObject): void {
  const { defaultBackend, rules, tls } = mapOf(data["spec"]);
  const paths = listOf(rules).flatMap((rule) => listOf(at(rule, "http", "paths")));
  for (const backend of [defaultBackend, ...paths.map((path) => at(path, "backend"))]) {
    const service = index.find("/Service", node.namespace, textOf(at(backend, "service", "name")) ?? "");
    if (service !== undefined) add(service.node, node, "any", "routes to it");
  }
  for (const entry of listOf(tls)) {
    const name = textOf(at(entry, "secretName"));
    if (name === undefined) continue;
    needSecret(index, add, { after: node, namespace: node.namespace, name, verb: "serves with", optional: true });
  }
}
