import { forTerminal } from "@kit/text";
import { pageOf } from "../page-of.ts";
import type { FindingsBlock } from "./blocks.ts";
import type { LocatedFinding } from "./locate.ts";
import { bySeverity } from "./order.ts";
import { objectText, placeText } from "./place-text.ts";
import { counted } from "./report.ts";
import { bold, dim, severityText } from "./style.ts";

/** A block for each check and severity, errors first: what is wrong and how to fix it once, and the places of it. */
export function blocksByCheck(findings: readonly LocatedFinding[]): FindingsBlock[] {
  const groups = Map.groupBy(findings.toSorted(bySeverity), ({ severity, check }) => `${severity} ${check}`);
  return [...groups.values()].map((own) => {
    const { severity, check } = own[0]!;
    return {
      head: `${severityText(severity)} ${bold(check)}: ${counted(own.length, "finding")}  ${dim(pageOf(check))}`,
      entries: [...Map.groupBy(own, ({ fix }) => fix).values()].flatMap(alike).map((lines) => ({ severity, lines })),
    };
  });
}

/** Findings with one way to fix them, which stands below the one thing that is wrong, or above the several. */
function alike(findings: readonly LocatedFinding[]): (() => string[])[] {
  const byMessage = [...Map.groupBy(findings, ({ message }) => message).values()];
  const toFix = `  to fix: ${forTerminal(findings[0]!.fix)}`;
  if (byMessage.length === 1) {
    return findings.map((one, index) => () => [...(index === 0 ? [`  ${said(one)}`, toFix] : []), `    ${place(one)}`]);
  }
  return byMessage.flatMap((same, at) =>
    same.map((one, index) => () => [
      ...(at + index === 0 ? [toFix] : []),
      ...(index === 0 ? [`    ${said(one)}`] : []),
      `      ${place(one)}`,
    ]),
  );
}

function said({ message }: LocatedFinding): string {
  return forTerminal(message);
}

function place(finding: LocatedFinding): string {
  const { environment, source, where } = finding;
  const from = source === undefined || source === where ? "" : forTerminal(`, from ${source}`);
  const object = objectText(finding);
  const known = where.split("/").includes(environment?.split("/").at(-1) ?? "");
  const prefix = environment === undefined || known ? "" : `${forTerminal(environment)}: `;
  return `${prefix}${placeText(finding)}${object === "" && from === "" ? "" : `  ${object}${dim(from)}`}`;
}
