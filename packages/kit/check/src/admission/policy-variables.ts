import type { Path } from "@kit/schema";
import { isCelName, type CelType } from "../cel/index.ts";
import type { ReportFinding } from "../define-check.ts";
import { judgeExpression } from "../rules/judge-expression.ts";
import { judgeText } from "../rules/judge-text.ts";
import { admissionScope, type AdmissionScope } from "./admission-scope.ts";

interface Variable {
  readonly name?: string | undefined;
  readonly expression?: string | undefined;
}

/** Reports a policy's variables, each of which reads those before it; what they give, as far as that is certain. */
export function policyVariables(
  report: ReportFinding,
  path: Path,
  variables: readonly Variable[] = [],
  scope: AdmissionScope,
): ReadonlyMap<string, CelType> {
  const known = new Map<string, CelType>();
  variables.forEach(({ name, expression = "" }, index) => {
    const place = [...path, index];
    judgeText(report, { path: [...place, "name"], what: "the variable's name", text: name, problem: nameProblem });
    const rule = { path: [...place, "expression"], what: "the expression", text: expression };
    if (expression.trim() === "") judgeText(report, { ...rule, text: "" });
    const whole = admissionScope({ ...scope, variables: known });
    const type = expression.trim() === "" ? undefined : judgeExpression(report, { ...rule, scope: whole });
    if (name !== undefined && name !== "") known.set(name, type);
  });
  return known;
}

function nameProblem(text: string): string | undefined {
  return isCelName(text)
    ? undefined
    : "must be a name in CEL: letters, digits and underscores, and not a reserved word";
}
