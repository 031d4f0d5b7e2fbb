import type { Loose } from "../../loose.ts";
import { isAllowed, policiesFor, type Direction, type NetworkPolicy, type PolicyPort } from "./policies.ts";
import { labelSetsOf, labelsOf, labelsText, peersOf, portsOf } from "./witnesses.ts";
import { worldOf, type KnownPod, type Namespaces, type World } from "./world.ts";

/** What may flow between a pod and its peers now and might not before, or the other way round. */
export interface NetworkChange {
  readonly direction: Direction;
  /** The pods: the workloads' names where they are known, else their labels. */
  readonly pods: string;
  readonly gained: readonly NetworkFlow[];
  readonly lost: readonly NetworkFlow[];
  /** Whether no policy of the direction held the pods before, and one does now; or the other way round. */
  readonly isolation: "stays" | "begins" | "ends";
}

export interface NetworkFlow {
  /** `TCP 8000`, `every port`. */
  readonly port: string;
  /** `pods app=web`, `pods of other namespaces`, `203.0.113.7`. */
  readonly peer: string;
}

/**
 * What NetworkPolicies allow after and not before, and the other way round, by all policies of each world together.
 *
 * Both worlds are asked about the same pods, peers and ports: those that tell the rules apart. Policies that are the same in both
 * are heeded, and pods that none of the changed ones selects are not asked about.
 *
 * @param before All objects of the world, or at least its NetworkPolicies, Namespaces and workloads.
 * @param of The changed policy whose pods are asked about. Default: every policy that differs.
 */
export function networkChanges(before: readonly Loose[], after: readonly Loose[], of?: PolicyName): NetworkChange[] {
  const [was, is] = [worldOf(before), worldOf(after)];
  const [own, others] = [was.policies, is.policies];
  const changed = differing(was, is).filter(
    ({ name, namespace }) => of === undefined || (of.name === name && of.namespace === namespace),
  );
  if (changed.length === 0) return [];
  const namespaces = new Map([...was.namespaces, ...is.namespaces]);
  const known = [...is.pods, ...was.pods];
  const found = (["ingress", "egress"] as const).flatMap((direction) =>
    subjectsOf(changed, [...own, ...others], direction, known, namespaces).flatMap((pod) =>
      changeOf(direction, pod, own, others, namespaces),
    ),
  );
  return merged(found);
}

export interface PolicyName {
  readonly name: string;
  /** Empty where the object states none. */
  readonly namespace: string;
}

function differing(before: World, after: World): NetworkPolicy[] {
  return [
    ...before.policies.filter((policy) => !after.texts.has(JSON.stringify(policy))),
    ...after.policies.filter((policy) => !before.texts.has(JSON.stringify(policy))),
  ];
}

/** A named port of a pod is the number that its container gives it; one that it does not have nobody reaches. */
function resolved(ports: readonly PolicyPort[], own: readonly PolicyPort[]): PolicyPort[] {
  const all = ports.flatMap((port): PolicyPort[] => {
    if (port.number === undefined && port.name === undefined) return [port];
    const same = own.filter((one) => one.protocol === port.protocol);
    if (port.name !== undefined) return same.filter(({ name }) => name === port.name);
    return [same.find(({ number }) => number === port.number) ?? port];
  });
  return [...new Map(all.map((port) => [JSON.stringify(port), port])).values()];
}

/** The pods that a changed policy selects: the workloads here, and where there are none such any that one might select. */
function subjectsOf(
  changed: readonly NetworkPolicy[],
  all: readonly NetworkPolicy[],
  direction: Direction,
  known: readonly KnownPod[],
  namespaces: Namespaces,
): KnownPod[] {
  const own = changed.filter(({ directions }) => directions.includes(direction));
  const selected = known.filter((pod) => policiesFor(own, direction, pod).length > 0);
  // A workload that both worlds have is asked about once.
  const here = [
    ...new Map(selected.map((pod) => [JSON.stringify([pod.namespace, pod.name, pod.labels]), pod])).values(),
  ];
  const bare = own.filter((policy) => policiesForAny(policy, direction, here));
  const imagined = bare.flatMap((policy) => {
    const near = all.filter(({ namespace }) => namespace === policy.namespace);
    const namespaceLabels = labelsOf(policy.namespace, namespaces);
    return labelSetsOf(near.map(({ podSelector }) => podSelector))
      .map((labels): KnownPod => ({ namespace: policy.namespace, labels, namespaceLabels }))
      .filter((pod) => policiesFor([policy], direction, pod).length > 0);
  });
  const texts = new Set<string>();
  return [...here, ...imagined].filter((pod) => !texts.has(JSON.stringify(pod)) && texts.add(JSON.stringify(pod)));
}

function policiesForAny(policy: NetworkPolicy, direction: Direction, here: readonly KnownPod[]): boolean {
  return !here.some((pod) => policiesFor([policy], direction, pod).length > 0);
}

function changeOf(
  direction: Direction,
  pod: KnownPod,
  before: readonly NetworkPolicy[],
  after: readonly NetworkPolicy[],
  namespaces: Namespaces,
): NetworkChange[] {
  const [own, others] = [policiesFor(before, direction, pod), policiesFor(after, direction, pod)];
  const peers = peersOf([...own, ...others], direction, namespaces);
  const named = portsOf([...own, ...others], direction);
  const ports = direction === "ingress" && pod.ports !== undefined ? resolved(named, pod.ports) : named;
  const [gained, lost]: [NetworkFlow[], NetworkFlow[]] = [[], []];
  for (const { peer, text } of peers) {
    for (const port of ports) {
      const [was, is] = [own, others].map((policies) => isAllowed(policies, direction, pod, peer, port));
      if (was !== is) (is === true ? gained : lost).push({ peer: text, port: portText(port) });
    }
  }
  if (gained.length + lost.length === 0) return [];
  const isolation = own.length === 0 ? "begins" : others.length === 0 ? "ends" : "stays";
  const all = { ports: new Set(ports.map(portText)).size, peers: new Set(peers.map(({ text }) => text)).size };
  const pods = pod.name ?? (labelsText(pod.labels) === "" ? "any pod" : `pods ${labelsText(pod.labels)}`);
  return [{ direction, pods, gained: flowsOf(gained, all), lost: flowsOf(lost, all), isolation }];
}

/** The flows without those that a wider one tells already. */
function flowsOf(some: readonly NetworkFlow[], all: { readonly ports: number; readonly peers: number }): NetworkFlow[] {
  const wide = [...Map.groupBy(some, ({ peer }) => peer)].flatMap(([peer, own]): NetworkFlow[] => {
    const ports = [...new Set(own.map(({ port }) => port))];
    const told = ports.length === all.ports ? ["every port"] : withoutProtocols(ports);
    return told.map((port) => ({ port, peer }));
  });
  return [...Map.groupBy(wide, ({ port }) => port)].flatMap(([port, own]) =>
    own.length === all.peers ? [{ port, peer: "anywhere" }] : own,
  );
}

const otherPorts = ["TCP", "UDP", "SCTP"].map((protocol) => `other ${protocol} ports`);

function withoutProtocols(ports: readonly string[]): readonly string[] {
  const isAll = otherPorts.every((port) => ports.includes(port));
  return isAll ? ["other ports", ...ports.filter((port) => !otherPorts.includes(port))] : ports;
}

function portText({ protocol, number, name }: PolicyPort): string {
  return number === undefined && name === undefined ? `other ${protocol} ports` : `${protocol} ${number ?? name}`;
}

/** The same change of several pods, once. */
function merged(changes: readonly NetworkChange[]): NetworkChange[] {
  const same = Map.groupBy(changes, (one) => JSON.stringify({ ...one, pods: "" }));
  return [...same.values()].map((all) => ({ ...all[0]!, pods: [...new Set(all.map(({ pods }) => pods))].join(", ") }));
}
