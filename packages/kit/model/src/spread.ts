import type { CronJob } from "kubernetes-models/batch/v1/CronJob";
import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { Job } from "kubernetes-models/batch/v1/Job";
import type { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import type { ITopologySpreadConstraint } from "kubernetes-models/v1/TopologySpreadConstraint";
import { patch, withMaker, type Patch } from "./patch.ts";
import { selectorOf } from "./workload.ts";

/** What spreads: not a DaemonSet, which has a pod on each node. */
export type Spread = Deployment | StatefulSet | Job | CronJob;

/**
 * Spreads a workload's pods over the nodes, so that the loss of one node is not the loss of all of them.
 *
 * It is a wish: with fewer nodes than pods, or full ones, the pods run all the same. Without it the scheduler
 * wishes for less, a skew of at most 3. Each rollout of a Deployment is spread by itself: were the old pods counted, the new
 * ones would stand where the old ones are not, and could be left on one node when those are gone. So is each run of a Job. A
 * StatefulSet replaces its pods one by one, each after the old one is gone, and counts all of them.
 */
export function spreadOverNodes(workload: Spread): Patch {
  const constraint: ITopologySpreadConstraint = {
    maxSkew: 1,
    topologyKey: "kubernetes.io/hostname",
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: selectorOf(workload),
    ...matchLabelKeys[workload.kind],
  };
  const spread = patchOf(workload, { spec: { topologySpreadConstraints: [constraint] } });
  return withMaker(spread, { call: spread.call, helper: "spreadOverNodes" });
}

const matchLabelKeys = {
  Deployment: { matchLabelKeys: ["pod-template-hash"] },
  StatefulSet: {},
  Job: { matchLabelKeys: ["batch.kubernetes.io/job-name"] },
  CronJob: { matchLabelKeys: ["batch.kubernetes.io/job-name"] },
};

interface Template {
  readonly spec: { readonly topologySpreadConstraints: readonly ITopologySpreadConstraint[] };
}

function patchOf(workload: Spread, template: Template): Patch {
  if (workload.kind === "CronJob") return patch(workload, { spec: { jobTemplate: { spec: { template } } } });
  return patch(workload, { spec: { template } });
}
