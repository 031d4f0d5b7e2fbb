import { UserError } from "@kit/errors";
import {
  formatComparisonJson,
  formatComparisonMarkdown,
  formatComparisonText,
  formatHtml,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type EnvironmentComparison,
  type Review,
} from "@kit/review";
import { coloured } from "./command.ts";
import type { ReviewOptions } from "./review-mode.ts";

/**
 * How `--format`, `--json` and `--all` of `pnpm review` want the review.
 *
 * @throws UserError where they contradict each other, or the format is unknown.
 */
export function reviewFormat(options: ReviewOptions): (review: Review) => string {
  const name = formatName(options);
  if (name === "text") return (review) => coloured(formatText(review, options.all === true), process.stdout);
  if (name === "markdown") return formatMarkdown;
  if (name === "html") return formatHtml;
  if (name === "sarif") return formatSarif;
  if (name === "json") return formatJson;
  throw wrong(`--format cannot be ${name}`, `${known}, --format html, --format sarif or --format json`);
}

/**
 * The same for two environments, whose differences have no classes: what a page filters by, and SARIF is about.
 *
 * @throws UserError where they contradict each other, or the format is unknown, or not for environments.
 */
export function comparisonFormat(options: ReviewOptions): (comparison: EnvironmentComparison) => string {
  const name = formatName(options);
  if (name === "text") return (one) => coloured(formatComparisonText(one, options.all === true), process.stdout);
  if (name === "markdown") return formatComparisonMarkdown;
  if (name === "json") return formatComparisonJson;
  const why = name === "html" || name === "sarif" ? ` with --envs: it is about classes of risk` : "";
  throw wrong(`--format cannot be ${name}${why}`, `${known} or --format json`);
}

const known = "write --format text, --format markdown";

function formatName({ json = false, format }: ReviewOptions): string {
  if (json && format !== undefined) throw wrong("--json and --format cannot be given together", "write one of them");
  return json ? "json" : (format ?? "text");
}

function wrong(what: string, next: string): UserError {
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
