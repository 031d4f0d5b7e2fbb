import type { CapacityPlan } from "./plan.ts";
import type { WaitingReport } from "./report.ts";
import type { Simulated } from "./simulate.ts";

/** The pods that wait for others to end while all roll. */
export function waitingReports({ planned }: CapacityPlan, { rolling }: Simulated): WaitingReport[] {
  const graces = planned.flatMap(({ workload: { pods, template } }) =>
    pods.when === "at times" || (pods.when === "always" && pods.rolling.way === "never")
      ? []
      : [template.spec.terminationGracePeriodSeconds],
  );
  const seconds = Math.max(0, ...graces);
  return [...Map.groupBy(planned, ({ title }) => title)].flatMap(([service, all]): WaitingReport[] => {
    const shapes = new Set(all.flatMap(({ shape }) => [shape, shape + 1]));
    const pods = rolling.waiting.filter(({ shape }) => shapes.has(shape)).length;
    return pods === 0 ? [] : [{ service, pods, seconds }];
  });
}

/** Each as a sentence. A pod that ends holds its place until then. */
export function waitingNotes(waiting: readonly WaitingReport[]): string[] {
  return waiting.map(({ service, pods, seconds }) => {
    const those = pods === 1 ? "1 pod" : `${pods} pods`;
    return `while all roll, ${those} of ${service} ${pods === 1 ? "waits" : "wait"} for others to end, which hold their place until then: old pods up to ${seconds} s, jobs as long as they run`;
  });
}
