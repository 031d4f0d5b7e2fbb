// The rules of https://kubernetes.io/docs/concepts/services-networking/network-policies/, as far as policies here use
// them: what no policy selects is open; what one selects is closed but for what any of them allows.

/** A pod, or what has no labels because it is not a pod. */
export interface Endpoint {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly protocol: string; readonly port: number }[];
}

interface Peer {
  readonly namespaceSelector?: Selector;
  readonly podSelector?: Selector;
}

export interface RenderedNetworkPolicy {
  readonly metadata: { readonly namespace: string };
  readonly spec: {
    readonly podSelector: Selector;
    readonly policyTypes: readonly string[];
    readonly ingress?: readonly Rule[];
    readonly egress?: readonly Rule[];
  };
}

/** The ports, such as `8000/TCP`, by `from -> to`; of those that are asked for, and without pairs that have none. */
export function connections(
  policies: readonly RenderedNetworkPolicy[],
  pairs: readonly (readonly [Endpoint, Endpoint])[],
  ports: readonly string[],
): Record<string, string[]> {
  const entries = pairs.map(([from, to]): [string, string[]] => [
    `${from.name} -> ${to.name}`,
    ports.filter(
      (port) => isAllowed(policies, "Egress", from, to, port) && isAllowed(policies, "Ingress", to, from, port),
    ),
  ]);
  return Object.fromEntries(entries.filter(([, open]) => open.length > 0));
}

function isAllowed(
  policies: readonly RenderedNetworkPolicy[],
  direction: "Ingress" | "Egress",
  own: Endpoint,
  other: Endpoint,
  port: string,
): boolean {
  const isolating = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === own.namespace &&
      selects(spec.podSelector, own.labels) &&
      spec.policyTypes.includes(direction),
  );
  if (isolating.length === 0) return true;
  return isolating.some(({ metadata, spec }) =>
    ((direction === "Ingress" ? spec.ingress : spec.egress) ?? []).some(({ from, to, ports }) => {
      const peers = direction === "Ingress" ? from : to;
      const isPort = ports?.some((one) => `${one.port}/${one.protocol}` === port) ?? true;
      return isPort && (peers?.some((peer) => isPeer(peer, metadata.namespace, other)) ?? true);
    }),
  );
}

function isPeer({ namespaceSelector, podSelector = {} }: Peer, own: string, { namespace, labels }: Endpoint): boolean {
  if (namespace === undefined) return false;
  const inNamespace =
    namespaceSelector === undefined
      ? namespace === own
      : selects(namespaceSelector, { "kubernetes.io/metadata.name": namespace });
  return inNamespace && selects(podSelector, labels);
}

function selects({ matchLabels = {} }: Selector, labels: Endpoint["labels"] = {}): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}
