import { numberText } from "./number-text.ts";
import type { LocatedFinding } from "./locate.ts";
import { severities } from "./order.ts";
import { counted, countBySeverity, type CheckReport } from "./report.ts";

/** How much was judged, and how much was found: one line. */
export function formatSums({ findings, environments, objects, checks }: CheckReport, notes: boolean): string {
  const counts = countBySeverity(findings);
  const judged = [
    ...(environments.length === 0 ? [] : [counted(environments.length, "environment")]),
    counted(objects, "object"),
    counted(checks, "check"),
  ].join(", ");
  const hidden = !notes && counts.info > 0 ? " (--notes shows them)" : "";
  const sums = `${counted(counts.error, "error")}, ${counted(counts.warning, "warning")}, ${counted(counts.info, "note")}${hidden}`;
  return `${judged}: ${sums}\n`;
}

/** As many checks as a line of the summary names. */
const mostNamed = 8;

/** How often each check was found, a line for each severity, the most frequent first. */
export function formatSummary(findings: readonly LocatedFinding[]): string {
  return severities
    .map((severity) => {
      const own = findings.filter((finding) => finding.severity === severity);
      if (own.length === 0) return "";
      const counts = [...Map.groupBy(own, ({ check }) => check)]
        .map(([check, found]) => ({ check, count: found.length }))
        .toSorted((one, other) => other.count - one.count);
      const named = counts.slice(0, mostNamed).map(({ check, count }) => `${check} ${numberText(count)}`);
      const rest = counts.length - named.length;
      const more = rest === 0 ? "" : ` and ${counted(rest, "more check")}`;
      return `${words[severity]}: ${named.join(", ")}${more}\n`;
    })
    .join("");
}

const words = { error: "errors", warning: "warnings", info: "notes" } as const;
