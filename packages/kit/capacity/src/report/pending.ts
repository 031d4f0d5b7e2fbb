import type { Pending } from "../scheduler/schedule.ts";
import type { CapacityPlan } from "./plan.ts";
import type { PendingReport } from "./report.ts";
import type { Simulated } from "./simulate.ts";

/** The pods that find no node, when nothing rolls and when all do. */
export function pendingReports(plan: CapacityPlan, { steady, rolling }: Simulated): PendingReport[] {
  const report = (pending: readonly Pending[], when: PendingReport["when"]): PendingReport[] =>
    [...Map.groupBy(plan.planned, ({ title }) => title)].flatMap(([title, all]): PendingReport[] => {
      const own = all.flatMap(({ shape }) => pending.filter((one) => one.shape === shape || one.shape === shape + 1));
      if (own.length === 0) return [];
      return [{ service: title, pods: own.length, when, reasons: Object.fromEntries(own[0]!.reasons) }];
    });
  // What finds no node when nothing rolls does not find one while all roll either: it is said once.
  const still = report(steady.pending, "steady");
  return [
    ...still,
    ...report(rolling.pending, "all roll").filter(({ service }) => !still.some((one) => one.service === service)),
  ];
}
