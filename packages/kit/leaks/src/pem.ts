import type { Range, Secret } from "./secret.ts";
import { alphabet, base64, digits, letters, runEnd, type Steps } from "./steps.ts";

/** The armored blocks of a text. */
export interface PemBlocks {
  readonly secrets: readonly Secret[];
  /** Certificates, public keys, and what is encrypted for somebody. */
  readonly public: readonly Range[];
}

/**
 * Blocks between `-----BEGIN …-----` and `-----END …-----`, also where their lines are quoted, escaped, indented or
 * marked as those of a diff. A private key whose end is cut off goes as far as its lines do.
 */
export function findPem(text: string, steps: Steps): PemBlocks {
  const secrets: Secret[] = [];
  const others: Range[] = [];
  let nextEnd = -1;
  for (let begin = text.indexOf(begins); begin !== -1;) {
    let end = begin + begins.length;
    label.lastIndex = end;
    const found = label.exec(text);
    steps.count += 100;
    if (found !== null) {
      end = label.lastIndex;
      if (nextEnd < end) nextEnd = indexOf(text, "-----END ", end);
      const isWhole = nextEnd - end <= longestBlock;
      if (!isPrivate.test(found[0])) {
        if (isWhole) others.push({ at: begin, end: (end = nextEnd) });
      } else if (isWhole) {
        if (hasBody(text, end, nextEnd, steps)) secrets.push({ kind, at: end, end: nextEnd });
        end = nextEnd;
      } else {
        const cut = bodyEnd(text, end, steps);
        if (hasBody(text, end, cut, steps)) secrets.push({ kind, at: end, end: cut });
        end = Math.max(end, cut);
      }
    }
    const next = text.indexOf(begins, end);
    steps.count += (next === -1 ? text.length : next) - begin;
    begin = next;
  }
  return { secrets, public: others };
}

const kind = "a private key";
const begins = "-----BEGIN ";
const label = /[A-Z0-9 ]{0,60}-----/y;
const isPrivate = /PRIVATE KEY/;
const longestBlock = 20_000;
/** Shorter, it is a mention or an example. */
const shortestRun = 16;
const inBlock = alphabet(`${letters}${digits}+/=_ \t\r\n\\"'>|,:-`);

function indexOf(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at === -1 ? Infinity : at;
}

function hasBody(text: string, from: number, to: number, steps: Steps): boolean {
  for (let at = from; at < to;) {
    const end = runEnd(text, at, base64, steps);
    if (end - at >= shortestRun) return true;
    at = end + 1;
  }
  return false;
}

/** Where the lines of base64 end. */
function bodyEnd(text: string, from: number, steps: Steps): number {
  let last = from;
  for (let at = from; at < text.length && inBlock.has(text.charCodeAt(at));) {
    const end = runEnd(text, at, base64, steps);
    // Words are not lines of a key.
    if (end - at >= shortestRun || (end - at >= 4 && text.startsWith("=", end))) last = end;
    else if (end - at > 4 && last > from) break;
    at = end + 1;
  }
  return last;
}
