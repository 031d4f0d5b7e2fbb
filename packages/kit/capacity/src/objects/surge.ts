import { fenceposts } from "@kit/kube";
import type { CountOrPercentage } from "./object-schema.ts";
import type { Rolling, Surge } from "./workload.ts";

interface RollingUpdate {
  readonly maxSurge?: CountOrPercentage | null | undefined;
  readonly maxUnavailable?: CountOrPercentage | null | undefined;
}

/** No pod more: with the strategies Recreate and OnDelete, and for kinds that replace pods in place. */
export const noSurge: Surge = () => 0;

/** How many pods more a Deployment has while it rolls, and how many may be away. */
export function deploymentRolling(
  strategy: string,
  update: RollingUpdate,
): { readonly surge: Surge; readonly rolling: Rolling } {
  if (strategy !== "RollingUpdate") return { surge: noSurge, rolling: { way: "at once" } };
  return {
    surge: (replicas) => fenceposts(update, replicas).surge,
    rolling: { way: "step by step", unavailable: (replicas) => fenceposts(update, replicas).unavailable },
  };
}

/** How many pods more a DaemonSet has while it rolls: none, unless it says so. */
export function daemonSetSurge(strategy: string, maxSurge: CountOrPercentage | null | undefined): Surge {
  if (strategy !== "RollingUpdate") return noSurge;
  return (nodes) => Math.min(nodes, fenceposts({ maxSurge: maxSurge ?? 0, maxUnavailable: 0 }, nodes).surge);
}
