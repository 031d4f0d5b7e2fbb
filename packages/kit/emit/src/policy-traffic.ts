import { podsOfWorkload, trafficOf, type KubeObject, type PodsOfWorkload } from "@kit/model";

/** What a policy of `networkPolicy` was made from. */
export interface PolicyTraffic {
  /** Its workload, by the number of the object. */
  readonly workload: number;
  /** The workload's pods as its package has them. */
  readonly pods: PodsOfWorkload;
  /** The pods of the environment that they connect to. */
  readonly to: readonly ConnectedPods[];
}

interface ConnectedPods {
  readonly podLabels: Readonly<Record<string, string>>;
  /** Undefined: that of the policy. */
  readonly namespace: string | undefined;
  readonly port: number;
}

/** Undefined of what `networkPolicy` has not made. */
export function policyTraffic(policy: KubeObject, idOf: (object: KubeObject) => number): PolicyTraffic | undefined {
  const traffic = trafficOf(policy);
  if (traffic === undefined) return undefined;
  return {
    workload: idOf(traffic.workload),
    pods: podsOfWorkload(traffic.workload),
    to: traffic.to.flatMap(({ podLabels, namespace, port }) =>
      podLabels === undefined ? [] : [{ podLabels, namespace, port }],
    ),
  };
}
