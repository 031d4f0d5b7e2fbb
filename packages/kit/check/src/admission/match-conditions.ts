import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeExpression } from "../rules/judge-expression.ts";
import { judgeText } from "../rules/judge-text.ts";
import { admissionScope } from "./admission-scope.ts";

interface MatchCondition {
  readonly name?: string | undefined;
  readonly expression?: string | undefined;
}

/** Reports conditions of a webhook or policy. They read the parameters where `params` says that there are some. */
export function judgeMatchConditions(
  report: ReportFinding,
  path: Path,
  conditions: readonly MatchCondition[] = [],
  params = false,
): void {
  if (conditions.length > 64) {
    report({ path, message: `${conditions.length} conditions are there, and 64 may be`, fix: "join some of them" });
  }
  const scope = admissionScope({ params, authorizer: true });
  conditions.forEach(({ name, expression = "" }, index) => {
    const place = [...path, index];
    judgeText(report, { path: [...place, "name"], what: "the name", text: name, problem: qualifiedNameProblem });
    const rule = { path: [...place, "expression"], what: "the expression", text: expression.trim() };
    if (rule.text === "") judgeText(report, rule);
    else judgeExpression(report, { ...rule, scope, gives: ["bool"] });
  });
}
