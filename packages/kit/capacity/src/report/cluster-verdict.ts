import type { Cluster } from "@kit/model";
import { addSums, times, type Sum } from "../amounts.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import type { ReadEnvironment } from "../objects/read-environment.ts";
import type { CapacityWorkload } from "../objects/workload.ts";
import { nodesOf } from "../scheduler/nodes.ts";
import { pendingReports } from "./pending.ts";
import { planOf } from "./plan.ts";
import type { ClusterReport } from "./report.ts";
import { environmentReport, totalOf } from "./services.ts";
import { simulateAtWorst } from "./simulate.ts";
import { statedOnly } from "./stated-only.ts";
import { surelyFit } from "./surely-fit.ts";
import { usageOf } from "./usage.ts";

/** What decides whether the environments of a cluster fit it, without what `pnpm capacity` tells besides. */
export type ClusterVerdict = Pick<ClusterReport, "id" | "target" | "usage" | "pending">;

export function clusterVerdict(
  { id, target, ...rest }: Cluster,
  environments: readonly ReadEnvironment[],
): ClusterVerdict {
  const nodes = nodesOf({ id, target, ...rest });
  const workloads = environments.flatMap((environment) => environment.workloads);
  if (surelyFit(nodes, workloads)) {
    return { id, target, usage: usageOf(nodes, addSums(workloads.map(limitsOf)), target), pending: [] };
  }
  const { plan } = statedOnly(planOf(nodes, environments));
  const ids = [...new Set(environments.map((environment) => environment.id))];
  const total = totalOf(ids.map((environment) => environmentReport(environment, plan).total));
  return {
    id,
    target,
    usage: usageOf(nodes, total.limits, target),
    pending: pendingReports(plan, simulateAtWorst(plan)),
  };
}

/** Of the pods that a workload has when nothing rolls. */
function limitsOf({ pods, template }: CapacityWorkload): Sum {
  return times(podLimits(template.spec).limits, pods.when === "always" ? pods.steady : 0);
}
