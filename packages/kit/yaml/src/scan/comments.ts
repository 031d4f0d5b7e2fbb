import { end, isBlank, isBreak, isBreakOrEnd } from "./characters.ts";
import type { Scan } from "./scan.ts";
import type { SourceText } from "./source.ts";

/** The third go-yaml looks no further for a comment. */
const furthest = 512;

/**
 * Passes a comment at the place, up to the end of its line. The third go-yaml also passes those that follow, and what
 * is between: so a tab may stand in front of the second one, where it may not in front of the first.
 */
export function passComments({ source, version, flowLevel }: Scan): void {
  passUntil(source, source.position);
  if (version === 2) return;
  for (let found = next(source, flowLevel > 0); found !== undefined; found = next(source, flowLevel > 0)) {
    passUntil(source, found);
  }
}

/** Passes a comment behind a token, on its line. */
export function passLineComment(source: SourceText): void {
  if (source.breaks > 0) return;
  for (let ahead = 0; ahead < furthest; ahead++) {
    source.need(ahead + 1);
    const code = source.code(ahead);
    if (isBlank(code)) continue;
    if (code === 35) passUntil(source, source.position + ahead);
    return;
  }
}

/** Moves to the end of the line that a position is in. */
function passUntil(source: SourceText, position: number): void {
  for (source.need(1); ; source.need(1)) {
    if (!isBreakOrEnd(source.code())) {
      source.skip();
    } else if (source.position >= position) {
      return;
    } else {
      source.need(2);
      source.readBreak();
    }
  }
}

/** Where the next comment begins, with only blanks and line breaks before it. The place is the end of one. */
function next(source: SourceText, isFlow: boolean): number | undefined {
  for (let ahead = 1; ahead < furthest; ahead++) {
    // It counts bytes, and a break of several bytes is not a break any more from its second on.
    if (source.code(ahead - 1) >= 0x80) return undefined;
    source.need(ahead + 1);
    const code = source.code(ahead);
    if (code === 35) return source.position + ahead;
    const isEnd = code === end || (isFlow && (code === 93 || code === 125));
    if (isEnd || !(isBlank(code) || isBreak(code))) return undefined;
  }
  return undefined;
}
