import { forTerminal } from "@kit/text";
import { pageOf } from "../page-of.ts";
import { pathText } from "../path-text.ts";
import type { FindingsBlock } from "./blocks.ts";
import type { LocatedFinding } from "./locate.ts";
import { bySeverity, worstOf } from "./order.ts";
import { placeText } from "./place-text.ts";
import { bold, dim, severityText } from "./style.ts";

/** A block for each object, those with errors first. */
export function blocksByObject(findings: readonly LocatedFinding[]): FindingsBlock[] {
  const groups = Map.groupBy(findings, ({ environment, object, where, document }) =>
    [environment, object, where, document].join("\n"),
  );
  return worstFirst([...groups.values()]).map((own) => {
    const { environment, object, where, source } = own[0]!;
    const prefix = environment === undefined ? "" : `${environment}: `;
    const from = source === undefined || source === where ? "" : `, from ${source}`;
    const place = object === where ? "" : `  ${dim(forTerminal(`${where}${from}`))}`;
    const head = `${bold(forTerminal(`${prefix}${object}`))}${place}`;
    return { head, entries: own.map((one) => entry(one, true)) };
  });
}

/** A block for each file, those with errors first. */
export function blocksByFile(findings: readonly LocatedFinding[]): FindingsBlock[] {
  const groups = Map.groupBy(findings, ({ where }) => where);
  return worstFirst([...groups.values()]).map((own) => ({
    head: bold(forTerminal(own[0]!.where)),
    entries: own.map((one) => entry(one, false)),
  }));
}

function worstFirst(groups: readonly LocatedFinding[][]): LocatedFinding[][] {
  return groups
    .map((own) => own.toSorted(bySeverity))
    .toSorted((one, other) => bySeverity({ severity: worstOf(one) }, { severity: worstOf(other) }));
}

function entry(finding: LocatedFinding, isOfObject: boolean): FindingsBlock["entries"][number] {
  return { severity: finding.severity, lines: () => linesOf(finding, isOfObject) };
}

function linesOf(finding: LocatedFinding, isOfObject: boolean): string[] {
  const { severity, check, object, where, path, message, fix } = finding;
  const named = isOfObject || object === where ? [] : [object];
  const at = [...named, pathText(path)].filter((part) => part !== "").join(", ");
  return [
    `  ${severityText(severity)} ${check}${at === "" ? "" : `: ${forTerminal(at)}`}`,
    `    ${forTerminal(message)}`,
    `    to fix: ${forTerminal(fix)}`,
    `    ${dim(`${placeText(finding)}  ${pageOf(check)}`)}`,
  ];
}
