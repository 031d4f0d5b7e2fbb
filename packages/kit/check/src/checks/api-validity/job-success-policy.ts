import { toJson } from "@kit/yaml";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { completionsOf, jobSpecOf, kindsWithJobs, type JobSpec } from "../../jobs.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const jobSuccessPolicy = objectCheck({
  id: "job-success-policy",
  group: "api-validity",
  severity: "error",
  title: "a Job's success policy names indexes or a count that the Job does not have",
  kinds: kindsWithJobs,
  run: (object, report) => {
    const job = jobSpecOf(object);
    const { path, spec } = job;
    const completions = completionsOf(job);
    if (spec.successPolicy === undefined || spec.completionMode !== "Indexed" || completions === undefined) return;
    const { rules = [] } = spec.successPolicy;
    const place = [...path, "successPolicy", "rules"];
    if (rules.length === 0 || rules.length > 20) {
      const message = `the policy has ${rules.length} rules, and must have 1 to 20`;
      report({
        path: place,
        message,
        fix: rules.length === 0 ? "write a rule, or remove successPolicy" : "join some",
      });
    }
    rules.forEach((rule, index) => judgeRule(rule, completions, [...place, index], report));
  },
});

type Rule = NonNullable<NonNullable<JobSpec["spec"]["successPolicy"]>["rules"]>[number];

function judgeRule(
  { succeededCount, succeededIndexes }: Rule,
  completions: number,
  path: Path,
  report: ReportFinding,
): void {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    const message = "the rule has neither succeededCount nor succeededIndexes";
    report({ path, message, fix: "say how many or which indexes have to succeed" });
  }
  const counted = succeededIndexes === undefined ? completions : countIndexes(succeededIndexes, completions);
  if (counted === undefined) {
    const message = `succeededIndexes ${toJson(succeededIndexes)} must be rising indexes below ${completions}, such as 0,2-4`;
    report({ path: [...path, "succeededIndexes"], message, fix: "correct the indexes" });
  }
  const to = Math.min(completions, counted ?? 0);
  const place = [...path, "succeededCount"];
  judgeNumber(report, { path: place, what: "succeededCount", value: succeededCount, from: 0, to });
}

/** How many indexes a list such as `0,2-4` has; undefined where it is invalid. */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === "") return 0;
  let count = 0;
  let last = -1;
  for (const part of text.split(",")) {
    const [, low, high] = /^(\+?\d+)(?:-(\+?\d+))?$/.exec(part) ?? [];
    const [from, to] = [Number(low), Number(high ?? low)];
    if (low === undefined || to >= completions || from <= last || (high !== undefined && from >= to)) return undefined;
    count += to - from + 1;
    last = to;
  }
  return count;
}
