import { listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import type { LabelSelector } from "../../selector.ts";
import { rangeOf } from "./cidr.ts";
import type { NetworkPolicy, Peer, PolicyPort, Direction } from "./policies.ts";

// More sets of labels are not tried with each other.
const most = 256;

/**
 * Sets of labels that tell selectors apart: every way to have, for each key that a selector names, one of the values that are
 * named, a different one, or none. Where these are too many, those of each selector alone.
 */
export function labelSetsOf(selectors: readonly (LabelSelector | undefined)[]): Loose[] {
  const values = new Map<string, Set<string>>();
  const add = (key: string, ...some: readonly unknown[]): void => {
    const known = values.get(key) ?? new Set<string>();
    for (const one of some) known.add(String(one));
    values.set(key, known);
  };
  for (const selector of selectors) {
    for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) add(key, value);
    for (const { key = "", values: some = [] } of selector?.matchExpressions ?? []) add(key, ...some, other);
  }
  const count = [...values.values()].reduce((product, own) => product * (own.size + 1), 1);
  if (count > most)
    return [{}, ...selectors.flatMap((selector) => (selector === undefined ? [] : [sampleOf(selector)]))];
  let sets: Loose[] = [{}];
  for (const [key, own] of values) {
    sets = sets.flatMap((set) => [set, ...[...own].map((value) => ({ ...set, [key]: value }))]);
  }
  return sets;
}

/** A value that no selector names. */
const other = "any-other";

function sampleOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Loose {
  const taken = matchExpressions
    .filter(({ operator }) => operator === "In" || operator === "Exists")
    .map(({ key = "", values = [] }): [string, unknown] => [key, values[0] ?? other]);
  return { ...matchLabels, ...Object.fromEntries(taken) };
}

/** A peer, and what people call all that are like it to the policies. */
export interface NamedPeer {
  readonly peer: Peer;
  readonly text: string;
}

/** Peers that tell the rules of policies apart: pods here and in other namespaces, and addresses at the ends of ranges. */
export function peersOf(
  policies: readonly NetworkPolicy[],
  direction: Direction,
  namespaces: ReadonlyMap<string, Loose>,
): NamedPeer[] {
  const peers = policies.flatMap(({ rules }) => rules[direction].flatMap((rule) => rule.peers));
  const labels = labelSetsOf(peers.map(({ podSelector }) => podSelector as LabelSelector | undefined));
  const namespaceLabels = labelSetsOf(
    peers.map(({ namespaceSelector }) => namespaceSelector as LabelSelector | undefined),
  );
  const places = [
    ...[...new Set(policies.map(({ namespace }) => namespace))].map((namespace) => ({
      place: { namespace, namespaceLabels: labelsOf(namespace, namespaces) },
      where: "",
    })),
    ...namespaceLabels.map((own) => ({
      // Of a namespace that is here, the labels are known.
      place: {
        namespace: textOf(own[nameLabel]) ?? other,
        namespaceLabels: namespaces.get(textOf(own[nameLabel]) ?? other) ?? own,
      },
      where: ` of ${namespaceText(own)}`,
    })),
  ];
  const pods = places.flatMap(({ place, where }) =>
    labels.map((own): NamedPeer => ({
      peer: { ...place, labels: own },
      text: `${podsText(own, labels.length)}${where}`,
    })),
  );
  const addresses = peers.flatMap(({ ipBlock }) => (ipBlock === undefined ? [] : endsOf(mapOf(ipBlock))));
  const isDual = addresses.some(({ peer }) => "family" in peer && peer.family === 6);
  return [
    ...pods,
    ...addresses,
    { peer: { family: 4, address: 0xc6336401n }, text: outside },
    ...(isDual ? [{ peer: { family: 6, address: 0x20010db8n << 96n }, text: outside } as const] : []),
  ];
}

const outside = "other addresses outside of the cluster";

function podsText(labels: Loose, count: number): string {
  const text = labelsText(labels);
  return text === "" ? (count === 1 ? "any pod" : "other pods") : `pods ${text}`;
}

function namespaceText(labels: Loose): string {
  const { [nameLabel]: name, ...others } = labels;
  const text = labelsText(others);
  if (typeof name === "string") return `the namespace ${name}${text === "" ? "" : ` with ${text}`}`;
  return text === "" ? "other namespaces" : `namespaces ${text}`;
}

export function labelsText(labels: Loose): string {
  return Object.entries(labels)
    .map(([key, value]) => (value === other ? `${key} of another value` : `${key}=${String(value)}`))
    .join(",");
}

const nameLabel = "kubernetes.io/metadata.name";

/** The labels of a namespace, also of one that is not here: it has its name as one. */
export function labelsOf(namespace: string, namespaces: ReadonlyMap<string, Loose>): Loose {
  return namespaces.get(namespace) ?? { [nameLabel]: namespace };
}

/** The addresses at both ends of each range, and beside them. */
function endsOf({ cidr, except }: Loose): NamedPeer[] {
  return [cidr, ...listOf(except)].flatMap((text): NamedPeer[] => {
    const range = rangeOf(typeof text === "string" ? text : "");
    if (range === undefined) return [];
    const { family, first, last } = range;
    const end = family === 4 ? 0xffff_ffffn : (1n << 128n) - 1n;
    const beside = [first - 1n, last + 1n].filter((one) => one >= 0n && one <= end);
    return [
      ...[first, last].map((address) => ({ peer: { family, address }, text: String(text) })),
      ...beside.map((address) => ({ peer: { family, address }, text: outside })),
    ];
  });
}

/** Ports that tell the rules of policies apart: those that are named, at the ends of ranges and beside them, and any other. */
export function portsOf(policies: readonly NetworkPolicy[], direction: Direction): PolicyPort[] {
  const found = new Map<string, PolicyPort>();
  const add = (port: PolicyPort): void => void found.set(`${port.protocol} ${port.number} ${port.name}`, port);
  for (const protocol of ["TCP", "UDP", "SCTP"]) add({ protocol });
  for (const { rules } of policies) {
    for (const { protocol = "TCP", port, endPort } of rules[direction].flatMap((rule) => rule.ports)) {
      const own = String(protocol);
      if (typeof port === "string") add({ protocol: own, name: port });
      if (typeof port !== "number") continue;
      const ends = typeof endPort === "number" ? [port, endPort, endPort + 1, port - 1] : [port];
      for (const number of ends) if (number > 0 && number < 65_536) add({ protocol: own, number });
    }
  }
  return [...found.values()];
}
