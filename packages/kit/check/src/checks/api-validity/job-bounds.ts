import { domainPathProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { jobSpecOf, kindsWithJobs } from "../../jobs.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { isKind } from "../../view/index.ts";

export const jobBounds = objectCheck({
  id: "job-bounds",
  group: "api-validity",
  severity: "error",
  title: "a number of a Job or CronJob is out of bounds",
  kinds: kindsWithJobs,
  run: (object, report) => {
    const { path, spec } = jobSpecOf(object);
    for (const what of ofJobs) judgeNumber(report, { path: [...path, what], what, value: spec[what], from: 0 });
    if (spec.managedBy !== undefined) {
      const rule = { path: [...path, "managedBy"], what: "managedBy", text: spec.managedBy };
      judgeText(report, { ...rule, problem: managerProblem });
    }
    if (!isKind(object, "CronJob")) return;
    const own = object.data.spec ?? {};
    for (const what of ofCronJobs) judgeNumber(report, { path: ["spec", what], what, value: own[what], from: 0 });
  },
});

const ofJobs = [
  "parallelism",
  "completions",
  "activeDeadlineSeconds",
  "backoffLimit",
  "ttlSecondsAfterFinished",
  "backoffLimitPerIndex",
  "maxFailedIndexes",
] as const;

const ofCronJobs = ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"] as const;

function managerProblem(text: string): string | undefined {
  return text.length > 63 ? "must have at most 63 characters" : domainPathProblem(text);
}
