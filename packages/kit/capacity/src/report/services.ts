import { addSums, sumOf, times } from "../amounts.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import { titleOf } from "../objects/workload.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import type { EnvironmentReport, ServiceReport, Totals } from "./report.ts";

/** The specifications' tables: what each service of an environment requests and may use when nothing rolls. */
export function environmentReport(id: string, { model, planned }: CapacityPlan): EnvironmentReport {
  const own = planned.filter(({ workload }) => workload.environment === id && workload.pods.when !== "at times");
  const copies = own[0]?.workload.copies ?? 1;
  const services = [...Map.groupBy(own, ({ workload }) => titleOf(workload)).values()].map((all) =>
    serviceReport(all, model),
  );
  return { id, ...(copies === 1 ? {} : { copies }), services, total: totalOf(services) };
}

export function totalOf(parts: readonly Totals[]): Totals {
  return {
    pods: parts.reduce((sum, { pods }) => sum + pods, 0),
    requests: addSums(parts.map(({ requests }) => requests)),
    limits: addSums(parts.map(({ limits }) => limits)),
  };
}

/** @param all A workload, or all of its copies, which are alike. */
function serviceReport(all: readonly Planned[], { shapes }: CapacityPlan["model"]): ServiceReport {
  const { workload, shape } = all[0]!;
  const pods = all.reduce((sum, { steady }) => sum + steady.length, 0);
  const requests = sumOf(shapes[shape]!.shape.requests);
  const { limits, unlimited } = podLimits(workload.template.spec);
  return {
    name: titleOf(workload),
    pods,
    perPod: { requests, limits },
    requests: times(requests, pods),
    limits: times(limits, pods),
    unlimited,
  };
}
