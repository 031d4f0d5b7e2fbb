import { diffWordsWithSpace } from "diff";
import type { InnerDiff } from "../../diff/change.ts";
import { markup, type Html } from "./markup.ts";

type Parts = (InnerDiff & { readonly form: "words" })["parts"];

/** Both sides of something, as HTML. */
export type MarkedSides = readonly [before: Html, after: Html];

/** Longer texts are shown as they are. */
const longest = 2_000;
const mostEdits = 100;
/** What is the same between two edits, and shorter, tells nothing. */
const shortest = 3;

/** Two lines with what differs marked; the whole where little of them is the same, or the texts do not tell them apart. */
export function markedSides(before: string, after: string): MarkedSides {
  const whole: MarkedSides = [markup`<del>${before}</del>`, markup`<ins>${after}</ins>`];
  if (before === after || before.length > longest || after.length > longest) return whole;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) ?? [];
  const parts = changes.map(({ added, removed, value }): Parts[number] => {
    return { op: added ? "added" : removed ? "removed" : "same", text: value };
  });
  const same = parts.reduce((sum, { op, text }) => sum + (op === "same" ? text.trim().length : 0), 0);
  return same * 2 < Math.min(before.length, after.length) ? whole : sidesOf(withoutSpecks(parts));
}

function withoutSpecks(parts: Parts): Parts {
  return parts.flatMap((part, index): Parts => {
    const { op, text } = part;
    const isEdge = index === 0 || index === parts.length - 1;
    if (op !== "same" || isEdge || text.length >= shortest) return [part];
    return [
      { op: "removed", text },
      { op: "added", text },
    ];
  });
}

/** What each side has of the parts of a text. */
export function sidesOf(parts: Parts): MarkedSides {
  return [
    markup`${parts.map(({ op, text }) => (op === "same" ? text : op === "removed" ? markup`<del>${text}</del>` : ""))}`,
    markup`${parts.map(({ op, text }) => (op === "same" ? text : op === "added" ? markup`<ins>${text}</ins>` : ""))}`,
  ];
}
