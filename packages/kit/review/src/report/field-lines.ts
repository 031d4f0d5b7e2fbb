import type { Loose } from "@kit/kube";
import { forTerminal, forTerminalLines } from "@kit/text";
import type { FieldChange, InnerDiff } from "../diff/change.ts";
import { lineOf, linesOf } from "./value-text.ts";

/** A line of a report. `!` is a value that differs, a space what is around it. */
export interface Line {
  readonly sign: "+" | "-" | "!" | " ";
  readonly text: string;
}

/** The lines of a field's change, with both values. */
export function fieldLines(field: FieldChange): Line[] {
  const { op, path, before, after, equal, inner } = field;
  const place = forTerminal(path === "" ? "the whole" : path);
  const note = equal === undefined ? "" : ` (${equal})`;
  if (op === "added") return valueLines("+", place, after, note);
  if (op === "removed") return valueLines("-", place, before, note);
  if (op === "moved") {
    const step = field.steps.at(-1);
    const way = typeof step === "object" ? ` from ${step.before} to ${step.after}` : "";
    return [{ sign: "!", text: `${place}: moved${way}` }];
  }
  if (inner !== undefined) return [{ sign: "!", text: `${place}:${note}` }, ...innerLines(inner)];
  return changedLines(place, before, after, note);
}

/** The lines of an object that came or went. */
export function objectLines(sign: "+" | "-", data: Loose): Line[] {
  return linesOf(data).map((text) => ({ sign, text }));
}

function changedLines(place: string, before: unknown, after: unknown, note: string): Line[] {
  const [own, other] = [lineOf(before), lineOf(after)];
  if (own !== undefined && other !== undefined) return [{ sign: "!", text: `${place}: ${own} → ${other}${note}` }];
  return [...valueLines("-", place, before, ""), ...valueLines("+", place, after, note)];
}

function valueLines(sign: "+" | "-", place: string, value: unknown, note: string): Line[] {
  const line = lineOf(value);
  if (line !== undefined) return [{ sign, text: `${place}: ${line}${note}` }];
  return [{ sign, text: `${place}:${note}` }, ...linesOf(value).map((text): Line => ({ sign, text: `  ${text}` }))];
}

function innerLines(inner: InnerDiff): Line[] {
  if (inner.form === "words") {
    return [
      { sign: "-", text: `  ${wordsOf(inner, "removed")}` },
      { sign: "+", text: `  ${wordsOf(inner, "added")}` },
    ];
  }
  if (inner.form === "lines") {
    return inner.hunks.flatMap(({ before, lines }) => [
      { sign: " ", text: `  from line ${before}` },
      ...lines.map((line): Line => ({ sign: signOf(line), text: `  ${forTerminalLines(line.slice(1))}` })),
    ]);
  }
  if (inner.fields.length === 0) return [{ sign: " ", text: "  only its form differs: comments, order, white space" }];
  return inner.fields.flatMap(fieldLines).map(({ sign, text }) => ({ sign, text: `  ${text}` }));
}

function signOf(line: string): Line["sign"] {
  return line.startsWith("+") ? "+" : line.startsWith("-") ? "-" : " ";
}

/** What one side has, with a little of what both have around it. */
function wordsOf({ parts }: InnerDiff & { readonly form: "words" }, own: "added" | "removed"): string {
  const texts = parts
    .filter(({ op }) => op === "same" || op === own)
    .map(({ op, text }, index, all) => {
      if (op !== "same" || text.length <= 2 * around + 1) return text;
      const start = index === 0 ? "" : text.slice(0, around);
      const end = index === all.length - 1 ? "" : text.slice(-around);
      return `${start}…${end}`;
    });
  return forTerminal(texts.join(""));
}

const around = 20;
