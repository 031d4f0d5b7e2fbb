import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { intOrPercentProblem, isZero, shareProblem } from "../../syntax/int-or-percent.ts";
import { isKind, type View } from "../../view/index.ts";

export const rolloutStrategy = objectCheck({
  id: "rollout-strategy",
  group: "api-validity",
  severity: "error",
  title: "a workload's rollout has settings that contradict each other or are out of bounds",
  kinds: ["DaemonSet", "Deployment", "StatefulSet"],
  run: (object, report) => {
    if (isKind(object, "Deployment")) judgeDeployment(object, report);
    if (isKind(object, "DaemonSet")) judgeDaemonSet(object, report);
    if (isKind(object, "StatefulSet")) judgeStatefulSet(object, report);
  },
});

function judgeDeployment({ data: { spec = {} } }: View<"Deployment">, report: ReportFinding): void {
  const { type, rollingUpdate } = spec.strategy ?? {};
  const path = ["spec", "strategy", "rollingUpdate"];
  if (type === "Recreate" && rollingUpdate !== undefined) {
    const message = "the strategy is Recreate, and has settings of RollingUpdate";
    report({ path, message, fix: "remove rollingUpdate, or set the type to RollingUpdate" });
  }
  if (type === "Recreate") return;
  const { maxUnavailable = "25%", maxSurge = "25%" } = rollingUpdate ?? {};
  judgeShare(report, [...path, "maxUnavailable"], maxUnavailable, shareProblem);
  judgeShare(report, [...path, "maxSurge"], maxSurge, intOrPercentProblem);
  if (isZero(maxUnavailable) && isZero(maxSurge)) reportStandstill(report, path);
}

function judgeDaemonSet({ data: { spec = {} } }: View<"DaemonSet">, report: ReportFinding): void {
  const { type, rollingUpdate } = spec.updateStrategy ?? {};
  if (type === "OnDelete") return;
  const path = ["spec", "updateStrategy", "rollingUpdate"];
  const { maxUnavailable = 1, maxSurge = 0 } = rollingUpdate ?? {};
  judgeShare(report, [...path, "maxUnavailable"], maxUnavailable, shareProblem);
  judgeShare(report, [...path, "maxSurge"], maxSurge, shareProblem);
  if (isZero(maxUnavailable) && isZero(maxSurge)) reportStandstill(report, path);
  if (isZero(maxUnavailable) || isZero(maxSurge)) return;
  const message = `maxSurge is ${maxSurge} and maxUnavailable is ${maxUnavailable}, and one of them must be 0`;
  report({ path, message, fix: "set maxUnavailable or maxSurge to 0" });
}

function judgeStatefulSet({ data: { spec = {} } }: View<"StatefulSet">, report: ReportFinding): void {
  const { type, rollingUpdate } = spec.updateStrategy ?? {};
  const path = ["spec", "updateStrategy", "rollingUpdate"];
  if (type === "OnDelete" && rollingUpdate !== undefined) {
    const message = "the strategy is OnDelete, and has settings of RollingUpdate";
    report({ path, message, fix: "remove rollingUpdate, or set the type to RollingUpdate" });
    return;
  }
  // A StatefulSet's maxUnavailable is dropped unread: its feature gate is off, as the corpus shows.
  judgeNumber(report, { path: [...path, "partition"], what: "partition", value: rollingUpdate?.partition, from: 0 });
}

function judgeShare(
  report: ReportFinding,
  path: Path,
  value: number | string,
  problemOf: (value: number | string) => string | undefined,
): void {
  const problem = problemOf(value);
  if (problem === undefined) return;
  const message = `${path.at(-1)} is ${JSON.stringify(value)}, and ${problem}`;
  report({ path, message, fix: "write a number without quotes or a percentage" });
}

function reportStandstill(report: ReportFinding, path: Path): void {
  const message = "maxUnavailable and maxSurge are both 0, so that no pod can be replaced";
  report({ path, message, fix: "let one of them be more than 0" });
}
