import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { selectorOf } from "./deployment.ts";
import type { Labels } from "./labels.ts";

/**
 * Lets a drain of nodes take one pod of a Deployment at a time.
 *
 * `maxUnavailable` holds for any number of replicas, one included, and never blocks a drain by itself. A pod that is
 * not ready serves nobody, so it may always go: by the API's default a Deployment that crashes would block the drain
 * of its nodes until somebody fixes it.
 */
export function disruptionBudget(deployment: Deployment, labels: Labels): PodDisruptionBudget {
  return new PodDisruptionBudget({
    metadata: { name: `${deployment.metadata?.name}-pdb`, labels },
    spec: { maxUnavailable: 1, selector: selectorOf(deployment), unhealthyPodEvictionPolicy: "AlwaysAllow" },
  });
}
