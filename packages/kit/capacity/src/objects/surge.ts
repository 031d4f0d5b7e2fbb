import type { CountOrPercentage } from "./object-schema.ts";
import type { Surge } from "./workload.ts";

/** A Deployment's `maxSurge` where it has none. */
const byDefault = "25%";

/** No pod more: with the strategies Recreate and OnDelete, and for kinds that replace pods in place. */
export const noSurge: Surge = () => 0;

/** How many pods more a Deployment has while it rolls. */
export function deploymentSurge(strategy: string, maxSurge: CountOrPercentage | null | undefined): Surge {
  return strategy === "RollingUpdate" ? (replicas) => scaled(maxSurge ?? byDefault, replicas) : noSurge;
}

/** How many pods more a DaemonSet has while it rolls: none, unless it says so. */
export function daemonSetSurge(strategy: string, maxSurge: CountOrPercentage | null | undefined): Surge {
  return strategy === "RollingUpdate" ? (nodes) => Math.min(nodes, scaled(maxSurge ?? 0, nodes)) : noSurge;
}

/**
 * A share of the replicas, rounded up: `ResolveFenceposts` of pkg/controller/deployment/util. Without replicas nothing
 * rolls.
 */
function scaled(maxSurge: CountOrPercentage, replicas: number): number {
  if (replicas === 0) return 0;
  if (typeof maxSurge === "number") return maxSurge;
  return Math.ceil((Number.parseInt(maxSurge, 10) * replicas) / 100);
}
