import { forMarkdown, forTerminal } from "@kit/text";
import { isRefuted, type RehearsalComparison, type RehearsedPrediction } from "./compare-with-rehearsal.ts";

/** What a rehearsal says of a review, environment by environment. */
export interface RehearsalReport {
  readonly comparisons: readonly RehearsalComparison[];
  /** Environments that change and were not rehearsed, each with why. */
  readonly unrehearsed: readonly string[];
}

/** As text for people: the sums, and all that is refuted or was not rehearsed. Ends with a line break. */
export function formatRehearsalText(report: RehearsalReport, all: boolean): string {
  const lines = linesOf(report, all).map(({ text, isHead }) => `${isHead ? "" : "  "}${forTerminal(text)}\n`);
  return `\nrehearsed on a control plane\n${lines.join("")}`;
}

/** As Markdown for a pull request. Ends with a line break. */
export function formatRehearsalMarkdown(report: RehearsalReport): string {
  const lines = linesOf(report, false).map(({ text, isHead }) => `${isHead ? "" : "  "}- ${forMarkdown(text)}`);
  return `### Rehearsed on a control plane\n\n${lines.join("\n")}\n`;
}

/** As plain data for JSON. */
export function rehearsalAsJson({ comparisons, unrehearsed }: RehearsalReport): object {
  return {
    refuted: comparisons.some(isRefuted),
    unrehearsed,
    environments: comparisons.map(({ environment, rows, hurts, untold }) => ({
      environment,
      predictions: rows.map(({ risk, ...one }) => ({ ...one, risk: risk ?? null })),
      hurts,
      untold: Object.fromEntries(untold),
    })),
  };
}

interface RehearsalLine {
  readonly text: string;
  readonly isHead: boolean;
}

/** More of one verdict are counted. */
const mostRows = 20;

function linesOf({ comparisons, unrehearsed }: RehearsalReport, all: boolean): RehearsalLine[] {
  const own = comparisons.flatMap(({ environment, rows, hurts, untold }): RehearsalLine[] => {
    const of = (verdict: RehearsedPrediction["verdict"]) => rows.filter((one) => one.verdict === verdict);
    const [refuted, unseen, confirmed] = [of("refuted"), of("not rehearsed"), of("confirmed")];
    const sums = `${environment}: ${confirmed.length} confirmed, ${refuted.length} refuted, ${unseen.length} not rehearsed`;
    const rules = [...untold].map(([risk, count]) => `${risk} (${count})`);
    return [
      { text: sums, isHead: true },
      ...folded(refuted.map(rowText), all),
      ...folded(unseen.map(rowText), all),
      ...(all ? confirmed.map((one) => ({ text: rowText(one), isHead: false })) : []),
      ...folded(
        hurts.map((text) => `hurts: ${text}`),
        all,
      ),
      ...(rules.length === 0 ? [] : [{ text: `no rehearsal tells of ${rules.join(", ")}`, isHead: false }]),
    ];
  });
  return [...own, ...unrehearsed.map((text) => ({ text: `not rehearsed: ${text}`, isHead: true }))];
}

function folded(texts: readonly string[], all: boolean): RehearsalLine[] {
  const isMany = !all && texts.length > mostRows + 1;
  const shown = isMany
    ? [...texts.slice(0, mostRows), `… and ${texts.length - mostRows} more (--all shows them)`]
    : texts;
  return shown.map((text) => ({ text, isHead: false }));
}

function rowText({ verdict, object, predicted, risk, happened }: RehearsedPrediction): string {
  const by = risk === undefined ? "" : ` (${risk})`;
  return `${verdict}: ${object}: predicted that it ${predicted}${by}; ${happened}`;
}
