/**
 * What NetworkPolicies allow, from the API's documentation alone and in another way than the model: every policy is opened into
 * the set of all flows of a small world that it allows, and the sets are joined.
 *
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
type Data = Record<string, any>;

export const world = {
  namespaces: { one: { team: "x" }, two: { team: "y" }, three: {}, four: { team: "x" } } as Record<
    string,
    Record<string, string>
  >,
  labels: [
    {},
    { app: "a" },
    { app: "b" },
    { app: "a", tier: "t" },
    { tier: "t" },
    { app: "c" },
    { app: "c", tier: "u" },
    { tier: "u" },
    { app: "b", tier: "t" },
    { app: "a", tier: "u" },
    { app: "b", tier: "u" },
    { app: "c", tier: "t" },
  ] as Record<string, string>[],
  addresses: ["10.0.0.0", "10.0.0.255", "10.0.1.0", "9.255.255.255", "10.0.0.7", "10.0.0.8", "10.0.0.6", "1.1.1.1"],
  ports: [
    ["TCP", 80],
    ["TCP", 81],
    ["TCP", 82],
    ["TCP", 79],
    ["TCP", 83],
    ["UDP", 80],
    ["UDP", 81],
    ["UDP", 53],
    ["TCP", 1],
    ["UDP", 1],
    ["SCTP", 1],
  ] as [string, number][],
};

/** Flows as texts, of one pod: `ingress pod one app=a TCP 80`. */
export function allowedOf(policies: readonly Data[], namespace: string, labels: Record<string, string>): Set<string> {
  const flows = new Set<string>();
  for (const direction of ["Ingress", "Egress"]) {
    const own = policies.filter((policy) => {
      const types: string[] =
        policy["spec"].policyTypes ?? (policy["spec"].egress?.length > 0 ? ["Ingress", "Egress"] : ["Ingress"]);
      return (
        policy["metadata"].namespace === namespace &&
        types.includes(direction) &&
        fits(policy["spec"].podSelector, labels)
      );
    });
    if (own.length === 0) for (const flow of everything(direction)) flows.add(flow);
    for (const policy of own) {
      for (const rule of policy["spec"][direction.toLowerCase()] ?? []) {
        const peers: Data[] = rule[direction === "Ingress" ? "from" : "to"] ?? [];
        const places =
          peers.length === 0 ? everybody() : new Set(peers.flatMap((peer) => [...opened(peer, namespace)]));
        const ports: Data[] = rule.ports ?? [];
        const doors =
          ports.length === 0 ? world.ports : world.ports.filter((door) => ports.some((port) => isDoor(port, door)));
        for (const place of places) for (const door of doors) flows.add(`${direction} ${place} ${door.join(" ")}`);
      }
    }
  }
  return flows;
}

function everything(direction: string): string[] {
  return [...everybody()].flatMap((place) => world.ports.map((door) => `${direction} ${place} ${door.join(" ")}`));
}

function everybody(): Set<string> {
  return new Set([
    ...Object.keys(world.namespaces).flatMap((name) => world.labels.map((labels) => podText(name, labels))),
    ...world.addresses,
  ]);
}

function opened(peer: Data, namespace: string): Set<string> {
  if (peer["ipBlock"] !== undefined) {
    return new Set(
      world.addresses.filter(
        (address) =>
          isWithin(address, peer["ipBlock"].cidr) &&
          !(peer["ipBlock"].except ?? []).some((one: string) => isWithin(address, one)),
      ),
    );
  }
  const names = Object.entries(world.namespaces)
    .filter(([name, labels]) =>
      peer["namespaceSelector"] === undefined
        ? name === namespace
        : fits(peer["namespaceSelector"], { ...labels, "kubernetes.io/metadata.name": name }),
    )
    .map(([name]) => name);
  return new Set(
    names.flatMap((name) =>
      world.labels.filter((labels) => fits(peer["podSelector"] ?? {}, labels)).map((labels) => podText(name, labels)),
    ),
  );
}

function podText(namespace: string, labels: Record<string, string>): string {
  return `${namespace}/${JSON.stringify(labels)}`;
}

function fits({ matchLabels = {}, matchExpressions = [] }: Data, labels: Record<string, string>): boolean {
  for (const [key, value] of Object.entries(matchLabels)) if (labels[key] !== value) return false;
  for (const { key, operator, values } of matchExpressions as { key: string; operator: string; values?: string[] }[]) {
    const own = labels[key];
    if (operator === "Exists" && own === undefined) return false;
    if (operator === "DoesNotExist" && own !== undefined) return false;
    if (operator === "In" && (own === undefined || !values!.includes(own))) return false;
    if (operator === "NotIn" && own !== undefined && values!.includes(own)) return false;
  }
  return true;
}

function isWithin(address: string, cidr: string): boolean {
  const [base, length] = cidr.split("/") as [string, string];
  return bits(address).startsWith(bits(base).slice(0, Number(length)));
}

function isDoor({ protocol = "TCP", port, endPort }: Data, [own, number]: [string, number]): boolean {
  if (protocol !== own) return false;
  return port === undefined || (endPort === undefined ? number === port : port <= number && number <= endPort);
}

function bits(text: string): string {
  return text
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
}
