import type { INetworkPolicyPort } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort";
import type { Destination } from "./destination.ts";
import type { KubeObject } from "./kube-object.ts";
import type { Labels } from "./labels.ts";
import { openPortsOf, podLabelsOf, type Workload } from "./workload.ts";

/** What a NetworkPolicy of `networkPolicy` was made from. */
export interface TrafficOf {
  readonly workload: Workload;
  readonly to: readonly Destination[];
}

/** A workload's pods, as a network policy meets them. */
export interface PodsOfWorkload {
  readonly labels: Labels;
  /** None where no container opens one. */
  readonly ports: readonly INetworkPolicyPort[];
}

// A name, because the package that makes a policy and the command that reads it may be two instances.
const key = "typed-manifests/traffic";

/** Notes what a policy is made from, so that the build can open the other side. */
export function withTraffic<Policy extends KubeObject>(policy: Policy, traffic: TrafficOf): Policy {
  // Not enumerable, so that it is no field of the object.
  return Object.defineProperty(policy, key, { value: traffic });
}

/** Undefined of what `networkPolicy` has not made. */
export function trafficOf(object: KubeObject): TrafficOf | undefined {
  return (object as { readonly [key]?: TrafficOf })[key];
}

/** @param workload Or its data, as patches have made it. */
export function podsOfWorkload(workload: Pick<Workload, "kind" | "spec">): PodsOfWorkload {
  return { labels: podLabelsOf(workload as Workload), ports: openPortsOf(workload as Workload) };
}
