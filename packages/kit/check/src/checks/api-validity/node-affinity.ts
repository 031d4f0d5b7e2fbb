import { dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeLabels } from "../../rules/judge-labels.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import type { PodView } from "../../view/index.ts";

export const nodeAffinity = podCheck({
  id: "node-affinity",
  group: "api-validity",
  severity: "error",
  title: "a pod selects nodes by an invalid term, expression or label",
  run: ({ spec, path }, report) => {
    judgeLabels(report, [...path, "nodeSelector"], spec.nodeSelector);
    const {
      requiredDuringSchedulingIgnoredDuringExecution: required,
      preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
    } = spec.affinity?.nodeAffinity ?? {};
    const place = [...path, "affinity", "nodeAffinity"];
    if (required !== undefined) {
      const { nodeSelectorTerms: terms = [] } = required;
      const at = [...place, "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];
      if (terms.length === 0) report({ path: at, message: "no term is there", fix: "write at least one term" });
      terms.forEach((term, index) => judgeTerm(report, [...at, index], term, true));
    }
    preferred.forEach(({ weight = 0, preference = {} }, index) => {
      const at = [...place, "preferredDuringSchedulingIgnoredDuringExecution", index];
      judgeNumber(report, { path: [...at, "weight"], what: "weight", value: weight, from: 1, to: 100 });
      judgeTerm(report, [...at, "preference"], preference, false);
    });
  },
});

type NodeAffinity = NonNullable<NonNullable<PodView["spec"]["affinity"]>["nodeAffinity"]>;
type Required = NonNullable<NodeAffinity["requiredDuringSchedulingIgnoredDuringExecution"]>;
type Term = NonNullable<Required["nodeSelectorTerms"]>[number];

/** @param strict Whether the values have to be labels' values: only where the term is required. */
function judgeTerm(report: ReportFinding, path: Path, term: Term, strict: boolean): void {
  term.matchExpressions?.forEach(({ key, operator, values = [] }, index) => {
    const place = [...path, "matchExpressions", index];
    judgeText(report, { path: [...place, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
    const problem = countProblem(operator, values.length);
    if (problem !== undefined) {
      report({ path: [...place, "values"], message: problem, fix: "correct the values, or the operator" });
    }
    if (operator === undefined) {
      report({ path: [...place, "operator"], message: "the operator is missing", fix: "write the operator" });
    }
    values.forEach((text, at) => {
      const rule = { path: [...place, "values", at], what: "the value", text, problem: labelValueProblem };
      if (strict) judgeOptionalText(report, rule);
    });
  });
  term.matchFields?.forEach(({ key, operator, values = [] }, index) => {
    const place = [...path, "matchFields", index];
    if (key !== "metadata.name") {
      const message = `the field ${JSON.stringify(key ?? "")} is not metadata.name`;
      report({ path: [...place, "key"], message, fix: "write metadata.name, or use matchExpressions" });
    }
    if (operator !== "In" && operator !== "NotIn") {
      const message = `the operator ${operator ?? "that is missing"} is not one of In, NotIn`;
      report({ path: [...place, "operator"], message, fix: "write In or NotIn" });
    } else if (values.length !== 1) {
      const message = `${operator} has ${values.length} values, and must have one`;
      report({ path: [...place, "values"], message, fix: "write one value" });
    }
    values.forEach((text, at) => {
      judgeText(report, {
        path: [...place, "values", at],
        what: "the node's name",
        text,
        problem: dnsSubdomainProblem,
      });
    });
  });
}

function countProblem(operator: string | undefined, count: number): string | undefined {
  if (operator === "In" || operator === "NotIn") return count > 0 ? undefined : `${operator} has no values`;
  if (operator === "Exists" || operator === "DoesNotExist") return count > 0 ? `${operator} has values` : undefined;
  if (operator === "Gt" || operator === "Lt") return count === 1 ? undefined : `${operator} has ${count} values`;
  return undefined;
}
