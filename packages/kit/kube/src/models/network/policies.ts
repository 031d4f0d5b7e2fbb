import { groupOf } from "@kit/schema";
import { at, listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import { selects, type LabelSelector } from "../../selector.ts";
import { defaulted } from "../defaults/defaulted.ts";
import { rangeOf } from "./cidr.ts";

export type Direction = "ingress" | "egress";

/** A pod as policies see it. */
export interface PodPeer {
  readonly namespace: string;
  readonly labels: Loose;
  readonly namespaceLabels: Loose;
}

/** Who is at the other end: a pod, or an address outside of the cluster. */
export type Peer = PodPeer | { readonly family: 4 | 6; readonly address: bigint };

/** A port of the pod that is reached: its number, its name, or both; without either it is any that no rule names. */
export interface PolicyPort {
  readonly protocol: string;
  readonly number?: number | undefined;
  readonly name?: string | undefined;
}

/** A NetworkPolicy as the server keeps it. */
export interface NetworkPolicy {
  readonly name: string;
  readonly namespace: string;
  readonly podSelector: LabelSelector;
  readonly directions: readonly Direction[];
  readonly rules: Readonly<Record<Direction, readonly PolicyRule[]>>;
}

interface PolicyRule {
  /** Empty is everybody. */
  readonly peers: readonly Loose[];
  /** Empty is every port. */
  readonly ports: readonly Loose[];
}

/** The NetworkPolicies among some objects. An object without a namespace is in the one that is applied to: the text is empty. */
export function policiesOf(objects: readonly Loose[]): NetworkPolicy[] {
  return objects
    .filter(
      ({ apiVersion, kind }) => kind === "NetworkPolicy" && groupOf(textOf(apiVersion) ?? "") === "networking.k8s.io",
    )
    .map((object) => {
      const spec = mapOf(defaulted(object)["spec"]);
      const types = listOf(spec["policyTypes"]);
      return {
        name: textOf(at(object, "metadata", "name")) ?? "",
        namespace: textOf(at(object, "metadata", "namespace")) ?? "",
        podSelector: mapOf(spec["podSelector"]),
        directions: (["ingress", "egress"] as const).filter((one) =>
          types.includes(one === "ingress" ? "Ingress" : "Egress"),
        ),
        rules: { ingress: rulesOf(spec["ingress"], "from"), egress: rulesOf(spec["egress"], "to") },
      };
    });
}

/**
 * Whether a pod may be reached by a peer, or reach it, by all policies together: where none of a direction selects the pod
 * everything is allowed, else what one of them allows.
 *
 * Ranges of addresses are for what is outside of the cluster; whether they take pods' addresses depends on the network.
 *
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function isAllowed(
  policies: readonly NetworkPolicy[],
  direction: Direction,
  pod: PodPeer,
  peer: Peer,
  port: PolicyPort,
): boolean {
  const own = policiesFor(policies, direction, pod);
  return (
    own.length === 0 ||
    own.some(({ namespace, rules }) =>
      rules[direction].some(({ peers, ports }) => {
        const isPeer = peers.length === 0 || peers.some((one) => isMeant(one, namespace, peer));
        return isPeer && (ports.length === 0 || ports.some((one) => isPort(one, port)));
      }),
    )
  );
}

/** The policies of a direction that select a pod. */
export function policiesFor(policies: readonly NetworkPolicy[], direction: Direction, pod: PodPeer): NetworkPolicy[] {
  return policies.filter(
    ({ namespace, directions, podSelector }) =>
      namespace === pod.namespace && directions.includes(direction) && selects(podSelector, pod.labels),
  );
}

function rulesOf(rules: unknown, field: string): PolicyRule[] {
  return listOf(rules).map((rule) => ({
    peers: listOf(at(rule, field)).map(mapOf),
    ports: listOf(at(rule, "ports")).map(mapOf),
  }));
}

function isMeant({ ipBlock, podSelector, namespaceSelector }: Loose, namespace: string, peer: Peer): boolean {
  if (ipBlock !== undefined) return "address" in peer && isIn(mapOf(ipBlock), peer);
  if ("address" in peer) return false;
  const isThere =
    namespaceSelector === undefined
      ? peer.namespace === namespace
      : selects(mapOf(namespaceSelector), peer.namespaceLabels);
  return isThere && (podSelector === undefined || selects(mapOf(podSelector), peer.labels));
}

function isIn(
  { cidr, except }: Loose,
  { family, address }: { readonly family: 4 | 6; readonly address: bigint },
): boolean {
  const takes = (text: unknown): boolean => {
    const range = rangeOf(typeof text === "string" ? text : "");
    return range?.family === family && range.first <= address && address <= range.last;
  };
  return takes(cidr) && !listOf(except).some(takes);
}

function isPort({ protocol, port, endPort }: Loose, { protocol: own, number, name }: PolicyPort): boolean {
  if ((protocol ?? "TCP") !== own) return false;
  if (port === undefined) return true;
  if (typeof port === "string") return port === name;
  if (typeof port !== "number" || number === undefined) return false;
  return typeof endPort === "number" ? port <= number && number <= endPort : port === number;
}
