import { showBlocks, type ReportLimits } from "./blocks.ts";
import { formatSummary, formatSums } from "./format-sums.ts";
import { groupings, type GroupBy } from "./group-by.ts";
import { moreText, type CheckReport } from "./report.ts";

export interface TextOptions {
  /** Whether findings of severity `info` are shown, or only counted. */
  readonly notes: boolean;
  /** Default: by check. */
  readonly groupBy?: GroupBy | undefined;
  /** How many findings are shown at most. Default: as many as can be read. */
  readonly max?: number | undefined;
  /** Whether everything is shown, however much it is. */
  readonly all?: boolean | undefined;
}

interface FindingsOptions extends Pick<TextOptions, "notes" | "groupBy"> {
  readonly limits: ReportLimits;
  readonly how: string;
}

/** The report as text for people: what is wrong, errors first, then how much. Ends with a line break. */
export function formatText(report: CheckReport, options: TextOptions): string {
  const { notes, groupBy, max } = options;
  const how = max === undefined ? "--all shows them" : "a higher --max shows them";
  return `${formatFindings(report, { notes, groupBy, limits: limitsOf(options), how })}${formatSums(report, notes)}`;
}

/**
 * What is wrong, with an empty line at its end; nothing where there is nothing to show. Where not everything is shown, how often
 * each check was found is last.
 *
 * @param options.how How to see what the limits leave out.
 */
export function formatFindings(
  { findings }: Pick<CheckReport, "findings">,
  { notes, groupBy = "check", limits, how }: FindingsOptions,
): string {
  const wanted = notes ? findings : findings.filter(({ severity }) => severity !== "info");
  const { text, left } = showBlocks(groupings[groupBy](wanted), limits);
  return left === 0 ? text : `${text}${moreText(left, how)}${formatSummary(wanted)}`;
}

/** How many findings, and how many of one check, are as much as can be read. */
const usual = { findings: 100, ofCheck: 10 } as const;

function limitsOf({ max, all = false, groupBy = "check" }: TextOptions): ReportLimits {
  if (max === undefined && all) return {};
  if (groupBy !== "check") return { max: max ?? usual.findings };
  if (max === undefined) return { max: usual.findings, rounds: [1, usual.ofCheck] };
  return { max, rounds: [1, usual.ofCheck, Infinity] };
}
