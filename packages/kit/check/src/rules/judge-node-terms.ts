import { dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import type { PodView } from "../view/index.ts";
import { judgeOptionalText, judgeText } from "./judge-text.ts";

type NodeAffinity = NonNullable<NonNullable<PodView["spec"]["affinity"]>["nodeAffinity"]>;
/** What selects nodes: one of its terms has to fit. */
export type NodeTerms = NonNullable<NodeAffinity["requiredDuringSchedulingIgnoredDuringExecution"]>;
type NodeTerm = NonNullable<NodeTerms["nodeSelectorTerms"]>[number];

/** Reports terms that are missing, or not right. */
export function judgeNodeTerms(report: ReportFinding, path: Path, { nodeSelectorTerms: terms = [] }: NodeTerms): void {
  const place = [...path, "nodeSelectorTerms"];
  if (terms.length === 0) report({ path: place, message: "no term is there", fix: "write at least one term" });
  terms.forEach((term, index) => judgeNodeTerm(report, [...place, index], term, true));
}

/**
 * Reports the expressions of a term that selects nodes.
 *
 * @param strict Whether the values have to be labels' values: only where the term is required.
 */
export function judgeNodeTerm(report: ReportFinding, path: Path, term: NodeTerm, strict: boolean): void {
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
