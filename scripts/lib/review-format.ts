import { UserError } from "@kit/errors";
import { formatHtml, formatJson, formatMarkdown, formatSarif, formatText, type Review } from "@kit/review";
import { coloured } from "./command.ts";

interface Values {
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
  readonly all?: boolean | undefined;
}

/**
 * How `--format`, `--json` and `--all` of `pnpm review` want the review.
 *
 * @throws UserError where they contradict each other, or the format is unknown.
 */
export function reviewFormat({ all = false, json = false, format }: Values): (review: Review) => string {
  if (json && format !== undefined) throw wrong("--json and --format cannot be given together");
  const name = json ? "json" : (format ?? "text");
  if (name === "text") return (review) => coloured(formatText(review, all), process.stdout);
  if (name === "markdown") return formatMarkdown;
  if (name === "html") return formatHtml;
  if (name === "sarif") return formatSarif;
  if (name === "json") return formatJson;
  throw wrong(`--format cannot be ${name}`);
}

function wrong(what: string): UserError {
  const next = "write --format text, --format markdown, --format html, --format sarif or --format json";
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
