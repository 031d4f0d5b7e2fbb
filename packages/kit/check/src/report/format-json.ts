import { forJson } from "@kit/text";
import { pageOf } from "../page-of.ts";
import { pathText } from "../path-text.ts";
import { countBySeverity, type CheckReport } from "./report.ts";

/** The report as JSON for other programs; docs/checks.md describes it. Ends with a line break. */
export function formatJson({ findings, environments, objects, checks }: CheckReport): string {
  const list = findings.map(({ check, severity, environment, object, where, document, position, path, ...rest }) => ({
    check,
    severity,
    environment: environment ?? null,
    object,
    file: where,
    document,
    line: position?.line ?? null,
    column: position?.column ?? null,
    path: pathText(path),
    message: rest.message,
    fix: rest.fix,
    source: rest.source ?? null,
    toldBy: rest.toldBy ?? null,
    page: pageOf(check),
  }));
  const { error, warning, info } = countBySeverity(findings);
  const sums = { environments, objects, checks, errors: error, warnings: warning, notes: info };
  return `${forJson({ ...sums, findings: list })}\n`;
}
