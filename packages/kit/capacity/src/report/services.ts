import { addSums, sumOf, times } from "../amounts.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import { titleOf } from "../objects/workload.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import type { EnvironmentReport, ServiceReport, Totals } from "./report.ts";

/** The specifications' tables: what each service of an environment requests and may use when nothing rolls. */
export function environmentReport(id: string, { model, planned }: CapacityPlan): EnvironmentReport {
  const own = planned.filter(({ workload }) => workload.environment === id && workload.pods.when !== "at times");
  const services = own.map((one) => serviceReport(one, model));
  return { id, services, total: totalOf(services) };
}

export function totalOf(parts: readonly Totals[]): Totals {
  return {
    pods: parts.reduce((sum, { pods }) => sum + pods, 0),
    requests: addSums(parts.map(({ requests }) => requests)),
    limits: addSums(parts.map(({ limits }) => limits)),
  };
}

function serviceReport({ workload, shape, steady }: Planned, { shapes }: CapacityPlan["model"]): ServiceReport {
  const requests = sumOf(shapes[shape]!.shape.requests);
  const { limits, unlimited } = podLimits(workload.template.spec);
  return {
    name: titleOf(workload),
    pods: steady.length,
    perPod: { requests, limits },
    requests: times(requests, steady.length),
    limits: times(limits, steady.length),
    unlimited,
  };
}
