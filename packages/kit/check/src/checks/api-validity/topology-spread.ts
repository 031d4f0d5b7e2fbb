import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeMatchLabelKeys } from "../../pods/match-label-keys.ts";
import { judgeLabelSelector } from "../../rules/judge-labels.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { PodView } from "../../view/index.ts";

export const topologySpread = podCheck({
  id: "topology-spread",
  group: "api-validity",
  severity: "error",
  title: "a topology spread constraint lacks its key, has a number out of bounds, or is there twice",
  run: (pod, report) => {
    pod.spec.topologySpreadConstraints?.forEach((constraint, index) => {
      const path = [...pod.path, "topologySpreadConstraints", index];
      judge(report, path, constraint);
      judgeMatchLabelKeys(report, pod, path, constraint);
    });
  },
});

type Constraint = NonNullable<PodView["spec"]["topologySpreadConstraints"]>[number];

// Two with one key and one answer have the same key in the list of constraints.
function judge(report: ReportFinding, path: Path, constraint: Constraint): void {
  const { maxSkew = 0, minDomains, topologyKey: text, whenUnsatisfiable: answer, labelSelector } = constraint;
  judgeNumber(report, { path: [...path, "maxSkew"], what: "maxSkew", value: maxSkew, from: 1 });
  judgeNumber(report, { path: [...path, "minDomains"], what: "minDomains", value: minDomains, from: 1 });
  judgeText(report, { path: [...path, "topologyKey"], what: "the topology key", text });
  judgeText(report, { path: [...path, "whenUnsatisfiable"], what: "whenUnsatisfiable", text: answer });
  judgeLabelSelector(report, [...path, "labelSelector"], labelSelector);
  if (minDomains === undefined || answer === "DoNotSchedule" || answer === undefined) return;
  const message = `minDomains is set, and whenUnsatisfiable is ${answer}`;
  report({ path: [...path, "minDomains"], message, fix: "leave minDomains out, or write DoNotSchedule" });
}
