import { hasAll, isList, isMap, selects, type Json, type JsonObject, type LabelSelector } from "@kit/kube";
import { podsOfWorkload, type PodsOfWorkload, type TrafficOf } from "@kit/model";
import type { PolicyTraffic } from "../policy-traffic.ts";
import type { EnvironmentObject } from "./environment.ts";

/** A policy of `networkPolicy`, and the pods that it isolates. */
interface Isolated {
  readonly policy: EnvironmentObject;
  readonly namespace: string;
  readonly traffic: PolicyTraffic;
  /** As patches have made them. */
  readonly pods: PodsOfWorkload;
}

/**
 * The objects of an environment, whose policies of `networkPolicy` also let in who says that it connects: the pods of each
 * other such policy whose `to` names these. So that traffic is said once, by who starts it. What is said of both sides stays
 * as it is.
 *
 * A port that a patch opens is open to `from`, too.
 *
 * @param namespace The environment's.
 */
export function openTraffic(objects: readonly EnvironmentObject[], namespace: string): EnvironmentObject[] {
  const byId = new Map(objects.map(({ object, data }) => [object.id, data]));
  const isolated = new Map(objects.flatMap((one) => isolatedBy(one, byId, namespace)));
  if (isolated.size === 0) return [...objects];
  return objects.map((one) => {
    const own = isolated.get(one);
    return own === undefined ? one : opened(own, [...isolated.values()]);
  });
}

function isolatedBy(
  policy: EnvironmentObject,
  byId: ReadonlyMap<number, JsonObject>,
  namespace: string,
): [EnvironmentObject, Isolated][] {
  const { traffic } = policy.object;
  if (traffic === undefined) return [];
  const workload = byId.get(traffic.workload);
  const pods = workload === undefined ? traffic.pods : podsOfWorkload(workload as unknown as TrafficOf["workload"]);
  return [[policy, { policy, namespace: policy.object.namespace ?? namespace, traffic, pods }]];
}

function opened(own: Isolated, all: readonly Isolated[]): EnvironmentObject {
  const { policy } = own;
  const spec = policy.data["spec"] as JsonObject;
  const stated = isList(spec["ingress"]) ? spec["ingress"] : [];
  const ports = withPatchedPorts(own, stated);
  const rules = [...ports, ...all.flatMap((other) => derivedRule(other, own, ports))];
  if (rules.length === stated.length && ports === stated) return policy;
  policy.origins.field("spec").field("ingress").give({ type: "kit", rule: "traffic" });
  return { ...policy, data: { ...policy.data, spec: withIngress(spec, rules) } };
}

/** The rules for `from` name the ports of the workload as its package has it: those that a patch adds are there as well. */
function withPatchedPorts({ traffic, pods }: Isolated, rules: readonly Json[]): readonly Json[] {
  const before = JSON.stringify(traffic.pods.ports);
  if (before === JSON.stringify(pods.ports)) return rules;
  return rules.map((rule) =>
    isMap(rule) && JSON.stringify(rule["ports"]) === before ? { ...rule, ports: pods.ports as unknown as Json } : rule,
  );
}

function derivedRule(from: Isolated, own: Isolated, rules: readonly Json[]): JsonObject[] {
  const numbers = from.traffic.to.flatMap(({ podLabels, namespace = from.namespace, port }) =>
    namespace === own.namespace && hasAll(podLabels, own.pods.labels) ? [port] : [],
  );
  const missing = [...new Set(numbers)].filter((port) => !rules.some((rule) => isOpen(rule, from, own, port)));
  if (missing.length === 0) return [];
  const podSelector = (from.policy.data["spec"] as JsonObject)["podSelector"] as JsonObject;
  const inNamespace = { matchLabels: { [nameOfNamespace]: from.namespace } };
  const peer = from.namespace === own.namespace ? { podSelector } : { namespaceSelector: inNamespace, podSelector };
  return [{ from: [peer], ports: missing.map((port) => ({ protocol: "TCP", port })) }];
}

/** The API server gives every namespace this label. */
const nameOfNamespace = "kubernetes.io/metadata.name";

/** Whether a rule lets these pods in by TCP already, as far as labels tell. */
function isOpen(rule: Json, from: Isolated, own: Isolated, port: number): boolean {
  if (!isMap(rule)) return false;
  const { ports, from: peers } = rule;
  const isPort = (one: Json): boolean => isMap(one) && (one["protocol"] ?? "TCP") === "TCP" && one["port"] === port;
  if (isList(ports) && ports.length > 0 && !ports.some(isPort)) return false;
  return !isList(peers) || peers.length === 0 || peers.some((peer) => isMap(peer) && takes(peer, from, own));
}

function takes({ podSelector, namespaceSelector, ipBlock }: JsonObject, from: Isolated, own: Isolated): boolean {
  if (ipBlock !== undefined) return false;
  const isNamespace =
    namespaceSelector === undefined
      ? from.namespace === own.namespace
      : selects(namespaceSelector as LabelSelector, { [nameOfNamespace]: from.namespace });
  return isNamespace && (podSelector === undefined || selects(podSelector as LabelSelector, from.pods.labels));
}

/** Where `networkPolicy` writes it: before `egress`. */
function withIngress(spec: JsonObject, ingress: readonly Json[]): JsonObject {
  if (spec["ingress"] !== undefined) return { ...spec, ingress };
  const { egress, ...rest } = spec;
  return { ...rest, ingress, ...(egress === undefined ? {} : { egress }) };
}
