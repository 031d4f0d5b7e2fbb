import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { jobSpecOf, kindsWithJobs, type JobSpec } from "../../jobs.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const jobFailurePolicy = objectCheck({
  id: "job-failure-policy",
  group: "api-validity",
  severity: "error",
  title: "a Job's pod failure policy has a rule that no failure can meet",
  kinds: kindsWithJobs,
  run: (object, report) => {
    const { path, spec } = jobSpecOf(object);
    const { podFailurePolicy: policy, podReplacementPolicy: replacement = "Failed" } = spec;
    if (policy === undefined) return;
    if (replacement !== "Failed") {
      const message = `podReplacementPolicy is ${replacement}, and a Job with a podFailurePolicy takes only Failed`;
      report({ path: [...path, "podReplacementPolicy"], message, fix: "set it to Failed, or leave it out" });
    }
    const { rules = [] } = policy;
    const place = [...path, "podFailurePolicy", "rules"];
    if (rules.length > 20) {
      report({ path: place, message: `the policy has ${rules.length} rules, and may have 20`, fix: "join some" });
    }
    rules.forEach((rule, index) => judgeRule(spec, rule, [...place, index], report));
  },
});

type Rule = NonNullable<NonNullable<JobSpec["spec"]["podFailurePolicy"]>["rules"]>[number];

function judgeRule(spec: JobSpec["spec"], rule: Rule, path: Path, report: ReportFinding): void {
  const { action, onExitCodes: codes, onPodConditions: conditions = [] } = rule;
  if (action === "FailIndex" && spec.backoffLimitPerIndex === undefined) {
    const message = "the action is FailIndex, and the Job has no backoffLimitPerIndex";
    report({ path: [...path, "action"], message, fix: "set backoffLimitPerIndex, or take another action" });
  }
  if ((codes === undefined) === (conditions.length === 0)) {
    const message = `the rule has ${codes === undefined ? "neither" : "both"} onExitCodes ${codes === undefined ? "nor" : "and"} onPodConditions`;
    report({ path, message, fix: "write one of them" });
  }
  if (codes !== undefined) judgeCodes(codes, namesOf(spec), [...path, "onExitCodes"], report);
  const place = [...path, "onPodConditions"];
  if (conditions.length > 20) {
    report({ path: place, message: `the rule has ${conditions.length} conditions, and may have 20`, fix: "split it" });
  }
  conditions.forEach(({ type, status }, index) => {
    const what = "the condition's type";
    judgeText(report, { path: [...place, index, "type"], what, text: type, problem: qualifiedNameProblem });
    const word = status === "" ? undefined : status;
    judgeOneOf(report, { path: [...place, index, "status"], what: "the condition's status", word, words: statuses });
  });
}

const statuses = ["True", "False", "Unknown"];

function judgeCodes(
  { operator, values = [], containerName }: NonNullable<Rule["onExitCodes"]>,
  names: readonly (string | undefined)[],
  path: Path,
  report: ReportFinding,
): void {
  if (containerName !== undefined && !names.includes(containerName)) {
    const message = `containerName is ${JSON.stringify(containerName)}, and no container of the pod is called so`;
    report({ path: [...path, "containerName"], message, fix: "name one of the pod's containers, or remove it" });
  }
  const place = [...path, "values"];
  if (values.length === 0 || values.length > 255) {
    const message = `the rule has ${values.length} exit codes, and must have 1 to 255`;
    report({ path: place, message, fix: "write the exit codes" });
  }
  if (operator === "In" && values.includes(0)) {
    report({ path: [...place, values.indexOf(0)], message: "exit code 0 is not a failure", fix: "remove it" });
  }
  if (values.every((value, index) => index === 0 || values[index - 1]! <= value)) return;
  report({ path: place, message: "the exit codes are not in order", fix: "sort them" });
}

function namesOf({ template }: JobSpec["spec"]): (string | undefined)[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [...containers, ...initContainers].map(({ name }) => name);
}
