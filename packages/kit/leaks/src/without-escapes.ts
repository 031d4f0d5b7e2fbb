/** A text without what stands for nothing in it. */
export interface Unescaped {
  readonly text: string;
  /** Where a place of it is in the whole text. */
  placeOf(at: number): number;
}

/**
 * A text without the escapes that part a secret: backslashes before signs, line ends that a quoted YAML scalar has behind
 * one, and what keeps Markdown from making links. Undefined where it has none.
 */
export function withoutEscapes(text: string): Unescaped | undefined {
  const cuts: { readonly at: number; readonly removed: number }[] = [];
  let plain = "";
  let end = 0;
  let removed = 0;
  for (const { index, 0: escape } of text.matchAll(escapes)) {
    plain += text.slice(end, index);
    end = index + escape.length;
    removed += escape.length;
    cuts.push({ at: plain.length, removed });
  }
  if (cuts.length === 0) return undefined;
  return { text: plain + text.slice(end), placeOf: (at) => at + removedBefore(cuts, at) };
}

const escapes = /\\\r?\n[ \t]{0,200}\\?|\\(?=[_*~`+.\-[\]{}|$()#!/<>])|&#8288;/g;

/** By halves: the last cut that is at a place or before it. */
function removedBefore(cuts: readonly { readonly at: number; readonly removed: number }[], at: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1]?.removed ?? 0;
}
