import { pathSegmentProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeText } from "./judge-text.ts";

/**
 * Reports a reference without the kind and name of an object.
 *
 * @param what What it refers to: `the target`.
 */
export function judgeReference(
  report: ReportFinding,
  path: Path,
  what: string,
  reference: { readonly kind?: string | undefined; readonly name?: string | undefined },
): void {
  for (const field of ["kind", "name"] as const) {
    const rule = { path: [...path, field], what: `${what}'s ${field}`, text: reference[field] };
    judgeText(report, { ...rule, problem: pathSegmentProblem });
  }
}
