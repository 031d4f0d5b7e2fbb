import { labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import type { Selector } from "../view/index.ts";
import { judgeText } from "./judge-text.ts";

/** Reports the keys and values of a map of labels that are against the syntax. */
export function judgeLabels(
  report: ReportFinding,
  path: Path,
  labels: Readonly<Record<string, unknown>> | undefined,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    const place = [...path, key];
    judgeText(report, { path: place, what: "the label", text: key, problem: qualifiedNameProblem });
    judgeLabelValue(report, place, value);
  }
}

/** Reports a label selector's labels, operators and values that the server does not take. */
export function judgeLabelSelector(report: ReportFinding, path: Path, selector: Selector | undefined): void {
  judgeLabels(report, [...path, "matchLabels"], selector?.matchLabels);
  selector?.matchExpressions?.forEach(({ key, operator, values = [] }, index) => {
    const place = [...path, "matchExpressions", index];
    judgeText(report, { path: [...place, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
    judgeOperator(report, place, operator, values.length);
    values.forEach((value, at) => judgeLabelValue(report, [...place, "values", at], value));
  });
}

function judgeOperator(report: ReportFinding, path: Path, operator: string | undefined, count: number): void {
  if (operator === "In" || operator === "NotIn") {
    if (count > 0) return;
    report({ path: [...path, "values"], message: `${operator} has no values`, fix: "write the values" });
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (count === 0) return;
    report({ path: [...path, "values"], message: `${operator} has values`, fix: "leave the values out" });
  } else {
    const message =
      operator === undefined
        ? "the operator is missing"
        : `the operator ${JSON.stringify(operator)} is not one of In, NotIn, Exists, DoesNotExist`;
    report({ path: [...path, "operator"], message, fix: "write one of In, NotIn, Exists, DoesNotExist" });
  }
}

function judgeLabelValue(report: ReportFinding, path: Path, value: unknown): void {
  if (typeof value !== "string" || value === "") return;
  judgeText(report, { path, what: "the label's value", text: value, problem: labelValueProblem });
}
