import { isAsProduction } from "./as-production.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import type { Environment } from "./environment.ts";
import { fromHelper } from "./from-helper.ts";
import type { Labels } from "./labels.ts";
import type { Change } from "./service.ts";
import { spreadOverNodes } from "./spread.ts";
import { networkPolicy, type Traffic } from "./traffic.ts";
import type { Workload } from "./workload.ts";

/** What `protectInProduction` has to know of a service. */
export interface Protection extends Traffic {
  /** The labels of the objects that it adds. */
  readonly labels: Labels;
}

/**
 * What a workload has where the environment is as production (`isAsProduction`), and nowhere else: a NetworkPolicy that allows
 * the traffic which is named here; of a Deployment or a StatefulSet, pods spread over the nodes and a PodDisruptionBudget
 * beside. Who comes in from outside, `expose` says.
 */
export function protectInProduction(
  workload: Workload,
  env: Pick<Environment, "environment" | "asProduction" | "cluster">,
  protection: Protection,
): Change[] {
  if (!isAsProduction(env)) return [];
  return fromHelper("protectInProduction", [
    ...(workload.kind === "Deployment" || workload.kind === "StatefulSet"
      ? [spreadOverNodes(workload), disruptionBudget(workload, protection.labels)]
      : []),
    networkPolicy(workload, env.cluster, protection),
  ]);
}
