import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { disruptionBudget } from "./disruption-budget.ts";
import type { Environment } from "./environment.ts";
import { fromHelper } from "./from-helper.ts";
import type { Labels } from "./labels.ts";
import type { Change } from "./service.ts";
import { spreadOverNodes } from "./spread.ts";
import { networkPolicy, type Traffic } from "./traffic.ts";

/** What `protectInProduction` has to know of a service. */
export interface Protection extends Traffic {
  /** The labels of the objects that it adds. */
  readonly labels: Labels;
}

/**
 * What a Deployment has in production and nowhere else: its pods spread over the nodes, a PodDisruptionBudget, and a
 * NetworkPolicy that allows the traffic which is named here. Who comes in from outside, `expose` says.
 */
export function protectInProduction(
  deployment: Deployment,
  { environment, cluster }: Pick<Environment, "environment" | "cluster">,
  protection: Protection,
): Change[] {
  if (environment !== "production") return [];
  return fromHelper("protectInProduction", [
    spreadOverNodes(deployment),
    disruptionBudget(deployment, protection.labels),
    networkPolicy(deployment, cluster, protection),
  ]);
}
