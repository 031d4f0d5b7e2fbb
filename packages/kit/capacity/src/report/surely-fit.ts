import { add, greatest, type Amounts } from "../amounts.ts";
import { podRequests } from "../objects/pod-amounts.ts";
import type { PodSpec } from "../objects/pod-schema.ts";
import type { CapacityWorkload } from "../objects/workload.ts";
import { hostPortsOf } from "../scheduler/host-ports.ts";
import type { ClusterNode } from "../scheduler/nodes.ts";

/**
 * Whether pods find nodes wherever the scheduler puts the others, told without placing any: only where the answer is
 * sure, as in a cluster with room to spare whose pods are not choosy.
 *
 * A node that refuses a pod is full of some resource: it has more of it requested than it would have left beside the
 * largest pod. Where all pods together could fill fewer nodes than there are, of each resource and in the number of
 * pods, one is always left that takes the next.
 */
export function surelyFit(nodes: readonly ClusterNode[], workloads: readonly CapacityWorkload[]): boolean {
  const unlike = nodes.some((node) => node.taints.length > 0 || !sameRoom(node, nodes[0]!));
  if (unlike || workloads.some(({ pods, template: { spec } }) => pods.when === "on each node" || isChoosy(spec))) {
    return false;
  }
  const room = nodes[0]!.allocatable;
  const pods = workloads.map((workload) => ({
    count: mostPods(workload),
    requests: podRequests(workload.template.spec),
  }));
  const largest = greatest(pods.map(({ requests }) => requests));
  const total = add(pods.map(({ count, requests }) => scaled(requests, count)));
  let filled = pods.reduce((sum, { count }) => sum + count, 0) / nodes[0]!.pods;
  for (const [name, amount] of Object.entries(total)) {
    // What a cluster does not state of it is not judged: see statedOnly.
    if (amount === 0 || (name === "ephemeral-storage" && room[name] === undefined)) continue;
    const left = (room[name] ?? 0) - (largest[name] ?? 0);
    if (left <= 0) return false;
    filled += amount / left;
  }
  return filled < nodes.length;
}

function sameRoom(one: ClusterNode, other: ClusterNode): boolean {
  const names = Object.keys({ ...one.allocatable, ...other.allocatable });
  return one.pods === other.pods && names.every((name) => one.allocatable[name] === other.allocatable[name]);
}

/** Whether something else than room decides where a pod may run. */
function isChoosy(spec: PodSpec): boolean {
  const { nodeName, nodeSelector, affinity, topologySpreadConstraints } = spec;
  const others = [affinity?.podAffinity, affinity?.podAntiAffinity];
  return (
    nodeName !== "" ||
    Object.keys(nodeSelector).length > 0 ||
    hostPortsOf(spec).length > 0 ||
    topologySpreadConstraints.some(({ whenUnsatisfiable }) => whenUnsatisfiable !== "ScheduleAnyway") ||
    (affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? undefined) !== undefined ||
    others.some((terms) => (terms?.requiredDuringSchedulingIgnoredDuringExecution ?? []).length > 0)
  );
}

/** While autoscalers are at their maxima, jobs run and everything rolls. */
function mostPods({ pods }: CapacityWorkload): number {
  if (pods.when === "on each node") return 0;
  return pods.when === "at times" ? pods.most : Math.max(pods.steady, pods.most) + pods.surge(pods.most);
}

function scaled(amounts: Amounts, count: number): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * count]));
}
