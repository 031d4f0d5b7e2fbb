import { letterCost } from "./letter-costs.ts";

/** A text of this length says enough of itself; the rest of a longer one is not looked at. */
export const longestJudged = 128;

/**
 * By how many bits a text is more likely to be random characters than something that a person wrote: positive for what
 * a generator of passwords made, negative for words, names, paths, versions and the like.
 *
 * What a person writes is taken to be words, with their letters' frequencies behind each other, between separators, and
 * numbers. What is random has each character of its alphabet (hexadecimal digits, letters of one case, ...) as often.
 */
export function randomness(text: string): number {
  const judged = text.slice(0, longestJudged);
  return writtenBits(judged) - judged.length * Math.log2(alphabetSize(judged));
}

function alphabetSize(text: string): number {
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return /^\d+$/.test(text) ? 10 : 16;
  const has = (pattern: RegExp): number => Number(pattern.test(text));
  const symbols = has(/[^A-Za-z0-9+/=_-]/) === 1 ? 30 : 2 * has(/[+/=_-]/);
  return 26 * has(/[a-z]/) + 26 * has(/[A-Z]/) + 10 * has(/\d/) + symbols;
}

type Kind = "lower" | "upper" | "digit" | "separator" | "symbol";

/** What a text costs that a person wrote. */
function writtenBits(text: string): number {
  let bits = 0;
  let before: Kind | undefined;
  let code = -1;
  let upperRun = 0;
  let step = Number.NaN;
  for (let at = 0; at < text.length; at++) {
    const next = text.charCodeAt(at);
    const kind = kindOf(next);
    const isRun = next - code === step && (step === 0 || step === 1);
    step = next - code;
    bits += isRun ? 0.5 : costOf({ next, kind, before, code, upperRun });
    upperRun = kind === "upper" ? upperRun + 1 : 0;
    before = kind;
    code = next;
  }
  return bits;
}

interface Step {
  readonly next: number;
  readonly kind: Kind;
  readonly before: Kind | undefined;
  readonly code: number;
  readonly upperRun: number;
}

function costOf({ next, kind, before, code, upperRun }: Step): number {
  if (kind === "separator") return before === "separator" || before === "symbol" ? 6 : 2.5;
  if (kind === "symbol") return 9;
  if (kind === "digit")
    return 3.3 + (before === "digit" || before === undefined ? 0 : before === "separator" ? 1.5 : 3.5);
  const letter = letterOf(next);
  if (before !== "lower" && before !== "upper") return letterCost(letter, -1) + (before === "digit" ? 3.5 : 0.5);
  if (kind === before || (kind === "lower" && upperRun === 1)) return letterCost(letter, letterOf(code));
  // A hump of camelCase, or what follows the letters of HTTPServer.
  return letterCost(letter, -1) + 3;
}

function kindOf(code: number): Kind {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  if (code >= 48 && code <= 57) return "digit";
  return "-_./: ,".includes(String.fromCharCode(code)) ? "separator" : "symbol";
}

function letterOf(code: number): number {
  return (code | 32) - 97;
}
