import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

/** A text that has to be there, and a rule that it has to meet. */
export interface TextRule {
  readonly path: Path;
  /** What the text is: `the container's name`. */
  readonly what: string;
  readonly text: string | undefined;
  /** Why the text is not taken: `must not contain dots`. Default: every text is that is not empty. */
  readonly problem?: (text: string) => string | undefined;
}

/** Reports a text that is missing, empty or against its rule. */
export function judgeText(report: ReportFinding, { path, what, text, problem }: TextRule): void {
  if (text === undefined || text === "") {
    report({ path, message: `${what} is ${text === "" ? "empty" : "missing"}`, fix: `write ${what}` });
    return;
  }
  const reason = problem?.(text);
  if (reason === undefined) return;
  report({ path, message: `${what} ${JSON.stringify(text)} ${reason}`, fix: `correct ${what}` });
}

/** The same of a text that may be left out or empty. */
export function judgeOptionalText(report: ReportFinding, rule: TextRule): void {
  if (rule.text !== undefined && rule.text !== "") judgeText(report, rule);
}
