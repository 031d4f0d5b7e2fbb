import type { Cluster } from "@kit/model";
import type { ReadEnvironment } from "../objects/read-environment.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import { nodesOf } from "../scheduler/nodes.ts";
import { momentsOf } from "./moments.ts";
import { planOf, type CapacityPlan } from "./plan.ts";
import { pendingReports } from "./pending.ts";
import type { ClusterReport } from "./report.ts";
import { clusterVerdict } from "./cluster-verdict.ts";
import { largestPods, moreOf, nodeReports } from "./space-left.ts";
import { environmentReport, totalOf } from "./services.ts";
import { shrinkLimits, shrinkRequests } from "./shrink.ts";
import { simulateAtWorst, type JudgedSimulation } from "./simulate.ts";
import { statedOnly } from "./stated-only.ts";
import { usageOf } from "./usage.ts";
import { waitingNotes, waitingReports } from "./waiting.ts";

/** Whether the environments of a cluster fit it together. */
export function clusterReport(cluster: Cluster, environments: readonly ReadEnvironment[]): ClusterReport {
  const nodes = nodesOf(cluster);
  const { plan, unjudged } = statedOnly(planOf(nodes, environments));
  const ids = [...new Set(environments.map(({ id }) => id))];
  const reports = ids.map((id) => environmentReport(id, plan));
  const total = totalOf(reports.map((one) => one.total));
  const usage = usageOf(nodes, total.limits, cluster.target);
  const simulated = simulateAtWorst(plan);
  const { state } = simulated.rolling;
  const withinTarget = usage.cpu.within && usage.memory.within;
  const waiting = waitingReports(plan, simulated);
  const fits = simulated.rolling.pending.length === 0;
  return {
    id: cluster.id,
    ok: withinTarget && fits,
    withinTarget,
    fits,
    environments: reports,
    total,
    usage,
    target: cluster.target,
    moments: momentsOf(plan, simulated, { cpu: usage.cpu.available, memory: usage.memory.available }),
    nodes: nodeReports(plan, state),
    certain: simulated.certain,
    pending: pendingReports(plan, simulated),
    waiting,
    largestPods: largestPods(plan, state),
    more: moreOf(plan, state, cluster.target, usage),
    shrink: [...shrinkLimits(plan, usage, cluster.target), ...(fits ? [] : shrinkRequests(plan, simulated))],
    notes: [
      ...new Set([
        ...copyNotes(cluster, environments, withinTarget && fits),
        ...limitNotes(plan),
        ...unjudged,
        ...jobNotes(plan),
        ...waitingNotes(waiting),
        ...runtimeNotes(plan),
        ...chanceNotes(simulated),
      ]),
    ],
  };
}

/** A preview counts as often as it may be there; where that is too often, what would not be. */
function copyNotes(cluster: Cluster, environments: readonly ReadEnvironment[], ok: boolean): string[] {
  return [...Map.groupBy(environments, ({ id }) => id)].flatMap(([id, copies]) => {
    if (copies.length === 1) return [];
    const said = `${id} counts ${copies.length} times, as the max of its definePreview says`;
    if (ok) return [said];
    const others = environments.filter((one) => one.id !== id);
    const most = copies.findLastIndex((_, index) => isEnough(cluster, [...others, ...copies.slice(0, index)]));
    return [most < 0 ? `${said}: not even without it the others fit` : `${said}: ${most} would fit`];
  });
}

function isEnough(cluster: Cluster, environments: readonly ReadEnvironment[]): boolean {
  const { usage, pending } = clusterVerdict(cluster, environments);
  return usage.cpu.within && usage.memory.within && pending.length === 0;
}

function limitNotes({ planned }: CapacityPlan): string[] {
  return planned.flatMap(({ title, workload: { template, pods } }) => {
    if (pods.when === "at times") return [];
    return podLimits(template.spec).unlimited.map(
      (resource) => `${title} has a container without a ${resource} limit: its request counts in the limit's place`,
    );
  });
}

function jobNotes({ planned }: CapacityPlan): string[] {
  return planned.flatMap(({ title, workload, scaled }) =>
    workload.pods.when === "at times"
      ? [
          scaled.length === 0
            ? `${title} makes no pods: it is suspended, or asks for none`
            : `${title} runs at times: ${scaled.length === 1 ? "its pod counts" : `its ${scaled.length} pods count`} when all is scaled up, not in the sums`,
        ]
      : [],
  );
}

/** What a class adds to its pods is known only where its object is. */
function runtimeNotes({ planned }: CapacityPlan): string[] {
  return planned.flatMap(({ title, workload }) =>
    workload.runtimeUnknown === true
      ? [
          `${title} has the RuntimeClass ${workload.template.spec.runtimeClassName}, which no object is: its overhead does not count`,
        ]
      : [],
  );
}

function chanceNotes({ chance }: JudgedSimulation): string[] {
  return chance
    ? [
        "whether it fits depends on chance: which of equally good nodes the scheduler picks, and which pod it tries first",
      ]
    : [];
}
