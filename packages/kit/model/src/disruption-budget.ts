import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { Labels } from "./labels.ts";
import { selectorOf } from "./workload.ts";

/**
 * Lets a drain of nodes take one pod of a Deployment or a StatefulSet at a time.
 *
 * `maxUnavailable` holds for any number of replicas, one included, and never blocks a drain by itself. A pod that is
 * not ready serves nobody, so it may always go: by the API's default a Deployment that crashes would block the drain
 * of its nodes until somebody fixes it.
 *
 * Of nothing else: how many pods a Job or a DaemonSet should have, the disruption controller cannot ask, and a budget with
 * `maxUnavailable` then lets none go. A drain leaves the pods of a DaemonSet anyway, and a Job makes another pod:
 * https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors
 */
export function disruptionBudget(workload: Deployment | StatefulSet, labels: Labels): PodDisruptionBudget {
  return new PodDisruptionBudget({
    metadata: { name: `${workload.metadata?.name}-pdb`, labels },
    spec: { maxUnavailable: 1, selector: selectorOf(workload), unhealthyPodEvictionPolicy: "AlwaysAllow" },
  });
}
