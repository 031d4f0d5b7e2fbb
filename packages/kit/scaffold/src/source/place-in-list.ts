import type { Span } from "oxc-parser";
import type { Source } from "./source.ts";

/**
 * What goes with an entry of a list or an object: its comma, and where it stands in lines of its own these, with the comments
 * right above it and behind it.
 */
export function placeInList(
  { text, code, comments }: Source,
  within: Span,
  entries: readonly Span[],
  entry: Span,
): { readonly start: number; readonly end: number } {
  const index = entries.findIndex(({ start }) => start === entry.start);
  const next = entries[index + 1];
  const before = index === 0 ? within.start + 1 : entries[index - 1]!.end;
  const isAlone = code.slice(before, entry.start).includes("\n");
  if (!isAlone) {
    if (next !== undefined) return { start: entry.start, end: next.start };
    return { start: index === 0 ? entry.start : before, end: entry.end };
  }
  const comma = /^\s*,/.exec(code.slice(entry.end, next?.start ?? within.end - 1))?.[0].length ?? 0;
  const lineEnd = code.indexOf("\n", entry.end + comma);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, next?.start ?? within.end - 1);
  let start = text.lastIndexOf("\n", entry.start);
  // Comments in the lines above, up to a blank one; not one behind the entry before.
  for (;;) {
    const above = comments.find((comment) => {
      const own = text.lastIndexOf("\n", comment.start);
      return comment.end === start && own >= before - 1 && text.slice(own, comment.start).trim() === "";
    });
    if (above === undefined) return { start, end };
    start = text.lastIndexOf("\n", above.start);
  }
}
