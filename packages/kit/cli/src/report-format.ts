import { formatGithub, formatJson, formatSarif, formatText, registry, type Report } from "@kit/check";
import { UserError } from "@kit/errors";
import { coloured } from "./command.ts";
import { allowCommands } from "@kit/terminal";

interface Values {
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
  readonly notes?: boolean | undefined;
}

/**
 * How `--format`, `--json` and `--notes` of `pnpm check` want the report.
 *
 * @throws UserError where they contradict each other, or the format is unknown.
 */
export function reportFormat({ format, json = false, notes = false }: Values): (report: Report) => string {
  if (json && format !== undefined) throw wrong("--json and --format cannot be given together");
  const name = json ? "json" : (format ?? "text");
  if (name === "text") return (report) => coloured(formatText(report, notes), process.stdout);
  if (name === "json") return formatJson;
  if (name === "sarif") return (report) => formatSarif(report, registry);
  if (name === "github") {
    allowCommands(process.stdout);
    return formatGithub;
  }
  throw wrong(`--format cannot be ${name}`);
}

function wrong(what: string): UserError {
  const next = "write --format text, --format json, --format sarif or --format github";
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
