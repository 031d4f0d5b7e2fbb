import type { Path } from "@kit/schema";
import { CelError, describeCelType, judgeCel, type CelScope, type CelType } from "../cel/index.ts";
import type { ReportFinding } from "../define-check.ts";

/** An expression in CEL. */
export interface ExpressionRule {
  readonly path: Path;
  /** What it is: `the rule`. */
  readonly what: string;
  readonly text: string;
  readonly scope: CelScope;
  /** What it may give. Default: anything. */
  readonly gives?: readonly string[];
}

/** Reports an expression that the API server is sure to refuse; else what it gives, as far as that is certain. */
export function judgeExpression(report: ReportFinding, { path, what, text, scope, gives }: ExpressionRule): CelType {
  try {
    const type = judgeCel(text, scope);
    const given = describeCelType(type);
    if (type === undefined || gives === undefined || gives.includes(given)) return type;
    report({ path, message: `${what} gives ${given}, and must give ${gives.join(" or ")}`, fix: `correct ${what}` });
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    report({ path, message: `${what} ${error.message} (character ${error.at})`, fix: `correct ${what}` });
  }
  return undefined;
}
