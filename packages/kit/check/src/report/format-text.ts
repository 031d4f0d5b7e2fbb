import { styleText } from "node:util";
import { forTerminal } from "@kit/text";
import { pageOf } from "../page-of.ts";
import { pathText } from "../path-text.ts";
import type { LocatedFinding } from "./locate.ts";
import { counted, countBySeverity, type CheckReport } from "./report.ts";

/** Words coloured for a terminal; what is not a terminal takes the codes out again. */
const colours = { error: "red", warning: "yellow", info: "blue" } as const;

/**
 * The report as text for people: what is wrong by environment and object, then the sums. Ends with a line break.
 *
 * @param notes Whether findings of severity `info` are shown, or only counted.
 */
export function formatText(report: CheckReport, notes: boolean): string {
  return `${formatFindings(report, notes)}${formatSums(report, notes)}`;
}

/** What is wrong, by environment and object, with an empty line at its end; nothing where there is nothing to show. */
export function formatFindings({ findings }: Pick<CheckReport, "findings">, notes: boolean): string {
  return groups(notes ? findings : findings.filter(({ severity }) => severity !== "info"));
}

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

function groups(findings: readonly LocatedFinding[]): string {
  const byEnvironment = Map.groupBy(findings, ({ environment }) => environment);
  return [...byEnvironment]
    .map(([environment, own]) => {
      const byObject = Map.groupBy(own, ({ object, where, document }) => `${object}\n${where}\n${document}`);
      const objects = [...byObject.values()].map(formatObject).join("\n");
      return environment === undefined
        ? `${objects}\n`
        : `${styleText("bold", forTerminal(environment), unconditionally)}\n\n${objects}\n`;
    })
    .join("");
}

function formatObject(findings: readonly LocatedFinding[]): string {
  const { object, where, source } = findings[0]!;
  const from = source === undefined || source === where ? "" : `, from ${source}`;
  const place = object === where ? "" : `  ${styleText("dim", forTerminal(`${where}${from}`), unconditionally)}`;
  return `  ${styleText("bold", forTerminal(object), unconditionally)}${place}\n${findings.map(formatFinding).join("")}`;
}

function formatFinding({ severity, check, path, position, message, fix }: LocatedFinding): string {
  const line = position === undefined ? "" : `line ${position.line}`;
  const place = [line, pathText(path)].filter((part) => part !== "").join(", ");
  const head = `    ${styleText(colours[severity], severity, unconditionally)} ${check}${place === "" ? "" : `: ${forTerminal(place)}`}\n`;
  return `${head}      ${forTerminal(message)}\n      to fix: ${forTerminal(fix)}\n      ${styleText("dim", pageOf(check), unconditionally)}\n`;
}

// Whether there is a terminal is for the edge to know.
const unconditionally = { validateStream: false } as const;
