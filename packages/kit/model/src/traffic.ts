import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { INetworkPolicyPort } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort";
import type { Cluster } from "./cluster.ts";
import type { Destination } from "./destination.ts";
import type { Labels } from "./labels.ts";
import { podPeer, type Pods } from "./pods.ts";
import { withTraffic } from "./traffic-of.ts";
import { selectorOf, someOpenPortsOf, type Workload } from "./workload.ts";

/** Who a workload talks to, beside DNS. */
export interface Traffic {
  /**
   * The pods that may connect to the ports which its containers open, beside those of the environment whose `to` names its
   * pods. Default: none.
   */
  readonly from?: readonly Pods[];
  /** What its pods may connect to. Default: nothing. */
  readonly to?: readonly Destination[];
}

/**
 * Isolates a workload's pods but for the traffic that is named, and DNS.
 *
 * Where `to` names pods of the environment that have such a policy too, the build opens that one for them: who may connect
 * follows from who says that it does.
 *
 * @param labels The policy's own.
 * @throws UserError where pods may connect to a workload that opens no port.
 */
export function networkPolicy(
  workload: Workload,
  { dns = kubeDns }: Pick<Cluster, "dns">,
  { labels, from = [], to = [] }: Traffic & { readonly labels: Labels },
): NetworkPolicy {
  const ingress = from.length === 0 ? [] : [{ from: from.map(podPeer), ports: someOpenPortsOf(workload) }];
  const lookups = { to: [podPeer(dns)], ports: [{ protocol: "UDP" as const, port: 53 }, tcp(53)] };
  const policy = new NetworkPolicy({
    metadata: { name: `${workload.metadata?.name}-network-policy`, labels },
    spec: {
      podSelector: selectorOf(workload),
      policyTypes: ["Ingress", "Egress"],
      ...(ingress.length === 0 ? {} : { ingress }),
      egress: [lookups, ...to.flatMap(egressTo)],
    },
  });
  return withTraffic(policy, { workload, to });
}

const kubeDns = { namespace: "kube-system", podLabels: { "k8s-app": "kube-dns" } };

function egressTo(destination: Destination): INetworkPolicyEgressRule[] {
  if (destination.url !== undefined) {
    const url = new URL(destination.url);
    return isOfCluster(url) ? [] : [{ ports: [tcp(portOf(url))] }];
  }
  const ports = [tcp(destination.port)];
  return [destination.podLabels === undefined ? { ports } : { to: [podPeer(destination)], ports }];
}

function tcp(port: number): INetworkPolicyPort {
  return { protocol: "TCP", port };
}

function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "http:" ? 80 : 443;
}

/** `http://backend`, `http://backend.todo.svc` and `http://backend.todo.svc.cluster.local`, but not an IP address. */
function isOfCluster({ hostname }: URL): boolean {
  return !/[.:]/.test(hostname) || /\.svc(\.|$)/.test(hostname);
}
