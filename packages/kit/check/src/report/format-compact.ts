import { forTerminal } from "@kit/text";
import { orderFor, type GroupBy } from "./group-by.ts";
import { objectText, placeText } from "./place-text.ts";
import type { LocatedFinding } from "./locate.ts";
import { moreText, type CheckReport } from "./report.ts";
import { formatSums } from "./format-sums.ts";
import { severityText } from "./style.ts";

interface CompactOptions {
  readonly notes: boolean;
  readonly groupBy?: GroupBy | undefined;
  /** How many findings are shown. Default: all. */
  readonly max?: number | undefined;
}

/**
 * The report as one line a finding, in the form that editors and terminals open: `file:line:column: error check: …`.
 * Errors are first, and the sums last.
 */
export function formatCompact(
  report: CheckReport,
  { notes, groupBy = "check", max = Infinity }: CompactOptions,
): string {
  const wanted = notes ? report.findings : report.findings.filter(({ severity }) => severity !== "info");
  const ordered = orderFor(wanted, groupBy);
  const lines = ordered.slice(0, max).map(lineOf);
  const left = ordered.length - lines.length;
  return `${lines.join("")}${left === 0 ? "" : moreText(left, "a higher --max shows them")}${formatSums(report, notes)}`;
}

function lineOf(finding: LocatedFinding): string {
  const { severity, check, message, fix } = finding;
  const object = objectText(finding);
  const of = object === "" ? "" : `${object}: `;
  return `${placeText(finding)}: ${severityText(severity)} ${check}: ${of}${forTerminal(message)}; to fix: ${forTerminal(fix)}\n`;
}
