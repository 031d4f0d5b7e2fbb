import type { Secret } from "./secret.ts";
import { shapes, type SecretShape } from "./shapes.ts";
import { base64, runEnd, wordLike, type Steps } from "./steps.ts";

/** Secrets of well-known kinds, in the order of the text. */
export function findShapes(text: string, steps: Steps): Secret[] {
  const found: Secret[] = [];
  let from = 0;
  let tokenEnd = 0;
  hint.lastIndex = 0;
  steps.count += text.length;
  for (let hit = hint.exec(text); hit !== null; hit = hint.exec(text)) {
    const at = hit.index;
    hint.lastIndex = at + 1;
    if (at < from) continue;
    for (const shape of byHint.get(hit[0])!) {
      const start = Math.max(from, at - shape.behind);
      if (shape.behind === 0 && !isBoundary(text, start)) continue;
      // Where a JSON web token does not end well, none does that begins later in the same run.
      if (shape.kind === webToken) {
        if (at < tokenEnd) continue;
        tokenEnd = runEnd(text, at, wordLike, steps);
      }
      const secret = attempt(text, start, shape, shape.kind === webToken ? tokenEnd + most : start + most, steps);
      if (secret === undefined) continue;
      found.push(secret);
      from = secret.end;
      hint.lastIndex = from;
      break;
    }
  }
  return found;
}

/** A failing attempt is over before it has read as many characters. */
const most = 320;
const webToken = "a JSON web token";

function attempt(
  text: string,
  start: number,
  { kind, pattern }: SecretShape,
  limit: number,
  steps: Steps,
): Secret | undefined {
  const before = Math.max(0, start - 1);
  const window = text.slice(before, limit);
  pattern.lastIndex = start - before;
  const match = pattern.exec(window);
  steps.count += match === null ? failing : match[0].length;
  if (match === null) return undefined;
  const shown = match.groups?.["shown"] ?? "";
  const end = start + match[0].length;
  return {
    kind,
    shown: shown.length,
    at: start + shown.length,
    end: end < limit ? end : runEnd(text, end, base64, steps),
  };
}

// What an attempt reads that fails: its longest part with a limit that is not a lookahead at the end of a window.
const failing = 100;

/** Whether something may begin at a place: no letter or digit stands before it, unless it is an escape's. */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0) return at === 0;
  if (!isWord(text.charCodeAt(at - 1))) return true;
  if (text[at - 2] === "\\" && "nrt".includes(text[at - 1]!)) return true;
  return text[at - 3] === "%";
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const byHint = new Map<string, SecretShape[]>();
for (const shape of shapes) {
  for (const one of shape.hints) byHint.set(one, [...(byHint.get(one) ?? []), shape]);
}
// The longer one first: `sk_live_` begins like `sk`.
const hint = new RegExp(
  [...byHint.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((one) => RegExp.escape(one))
    .join("|"),
  "g",
);
