import { forTerminal } from "@kit/text";
import type { RiskClass } from "../judge/classes.ts";
import type { JudgedChange, JudgedField } from "../judge/judge.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { findingLines, nothingText, originText, pageOf, titleOf } from "./describe.ts";
import { fieldLines, objectLines } from "./field-lines.ts";
import { syncLines } from "./sync-lines.ts";
import { bodyText, lineText, style } from "./text-lines.ts";

const colours = { breaks: "red", caution: "yellow", unclassified: "magenta", routine: "green" } as const;

/**
 * The review as text for people: by environment the riskiest objects first, then the sums. Ends with a line break.
 *
 * @param all Whether nothing is folded: neither routine objects nor long values.
 */
export function formatText(review: Review, all: boolean): string {
  const changed = review.environments.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return nothingText(review, forTerminal);
  const changes = changed.flatMap((one) => one.changes);
  const environments = changed.map((one) => formatEnvironment(one, all)).join("");
  const sums = `${countsText(countsOf(changes))}: ${classesText(changes)}`;
  return `${environments}${sums} (from ${forTerminal(review.base)} to ${forTerminal(review.head)})\n`;
}

function formatEnvironment({ environment, changes, sync }: EnvironmentReview, all: boolean): string {
  const head =
    environment === undefined ? "" : `${style("bold", forTerminal(environment))}: ${countsText(countsOf(changes))}\n\n`;
  return `${head}${formatSync(sync, all)}${changes.map((change) => `${formatChange(change, all)}\n`).join("")}`;
}

/**
 * What a sync does, as text for people: nothing where there is nothing to say, else ends with an empty line.
 *
 * @param all Whether all objects are named.
 */
export function formatSync(sync: readonly SyncEffect[], all: boolean): string {
  if (sync.length === 0) return "";
  const lines = syncLines(sync, all).map(({ does, text, next }) => {
    const [first, ...more] = wrapped(forTerminal(`${does} ${text}`));
    const hand = next === undefined ? [] : wrapped(forTerminal(`→ ${next}`)).map((line) => `      ${line}\n`);
    const head = `    ${style("bold", does)}${first!.slice(does.length)}\n`;
    return [head, ...more.map((line) => `      ${line}\n`), ...hand].join("");
  });
  return `  a sync\n${lines.join("")}\n`;
}

const width = 110;

/** In lines that a terminal shows whole; words are not broken. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function formatChange(change: JudgedChange, all: boolean): string {
  const origin = originText(change);
  const title = `${style("bold", forTerminal(titleOf(change)))}  ${forTerminal(change.effects.join("; "))}`;
  const head = `  ${classText(change.class)} ${title}\n`;
  const place = `    ${style("dim", forTerminal(origin === undefined ? change.where : `${change.where}, ${origin}`))}\n`;
  const folded = change.class === "routine" && !all;
  return `${head}${place}${findingsOf(change, folded)}${folded ? foldedText(change) : bodyOf(change, all)}`;
}

function findingsOf({ findings }: JudgedChange, folded: boolean): string {
  return findingLines(findings)
    .map(({ finding, reasons }) => {
      const head = `    ${classText(finding.class)} ${finding.risk}: `;
      if (folded) return `${head}${forTerminal(reasons.join("; "))}\n`;
      const page = style("dim", pageOf(finding.risk));
      return `${head}${forTerminal(reasons.join("; "))}\n      → ${forTerminal(finding.consequence)}  ${page}\n`;
    })
    .join("");
}

function foldedText({ fields }: JudgedChange): string {
  if (fields.length === 0) return "";
  return `    ${style("dim", `${fields.length} field${fields.length === 1 ? "" : "s"} (--all shows them)`)}\n`;
}

function bodyOf(change: JudgedChange, all: boolean): string {
  const { op, before, after, fields } = change;
  if (op === "added" && after !== undefined) return bodyText(objectLines("+", after), all);
  if (op === "removed" && before !== undefined) return bodyText(objectLines("-", before), all);
  return fields.map((field) => fieldText(change, field, all)).join("");
}

/** Says who made a field's change where that is not who made the object's others. */
function fieldText(change: JudgedChange, field: JudgedField, all: boolean): string {
  const [first, ...rest] = fieldLines(field);
  const own = originText(field);
  const note = own === undefined || own === originText(change) ? "" : style("dim", `  ${forTerminal(own)}`);
  return `${lineText(first!)}${note}\n${bodyText(rest, all)}`;
}

function classText(risk: RiskClass): string {
  return style(colours[risk], risk);
}
