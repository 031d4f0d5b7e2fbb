import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { completionsOf, jobSpecOf, kindsWithJobs, type JobSpec } from "../../jobs.ts";
import { judgeNumber, type NumberRule } from "../../rules/judge-number.ts";

export const jobCompletion = objectCheck({
  id: "job-completion",
  group: "api-validity",
  severity: "error",
  title: "a Job's completion mode and its indexes do not go together",
  kinds: kindsWithJobs,
  run: (object, report) => {
    const job = jobSpecOf(object);
    const { path, spec } = job;
    const { backoffLimitPerIndex: perIndex, maxFailedIndexes: mostFailed } = spec;
    if (mostFailed !== undefined && perIndex === undefined) {
      const message = "maxFailedIndexes is set, and backoffLimitPerIndex is not";
      report({ path: [...path, "maxFailedIndexes"], message, fix: "set backoffLimitPerIndex too" });
    }
    if (spec.completionMode === "Indexed") judgeIndexed(job, report);
    else judgeOthers(spec, path, report);
  },
});

const ofIndexed = ["backoffLimitPerIndex", "maxFailedIndexes", "successPolicy"] as const;

function judgeOthers(spec: JobSpec["spec"], path: Path, report: ReportFinding): void {
  for (const field of ofIndexed) {
    if (spec[field] === undefined) continue;
    const message = `${field} is set, and the Job is not indexed`;
    report({ path: [...path, field], message, fix: "set completionMode to Indexed, or remove it" });
  }
}

function judgeIndexed(job: JobSpec, report: ReportFinding): void {
  const { path, spec } = job;
  const { parallelism, backoffLimitPerIndex, maxFailedIndexes } = spec;
  const completions = completionsOf(job);
  if (completions === undefined) {
    const message = "the Job is indexed, and completions is missing";
    report({ path: [...path, "completions"], message, fix: "say how many indexes there are" });
  }
  const isLarge = (completions ?? 0) > 100_000 && backoffLimitPerIndex !== undefined;
  const most = isLarge ? 10_000 : 100_000;
  const failed = { path: [...path, "maxFailedIndexes"], what: "maxFailedIndexes" };
  if (isLarge && maxFailedIndexes === undefined) {
    const message = `${completions} indexes may fail one by one, and maxFailedIndexes is missing`;
    report({ path: failed.path, message, fix: "set maxFailedIndexes to 10000 or less" });
  }
  const parallel = { path: [...path, "parallelism"], what: "parallelism" };
  judgeMost(report, { ...failed, value: maxFailedIndexes, to: Math.min(most, completions ?? most) });
  judgeMost(report, { ...parallel, value: parallelism, to: most });
}

/** What is negative, job-bounds says. */
function judgeMost(report: ReportFinding, { value = 0, ...rule }: Omit<NumberRule, "from">): void {
  if (value > 0) judgeNumber(report, { ...rule, value, from: 0 });
}
