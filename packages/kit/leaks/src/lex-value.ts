import { nextOf, runsOf, without, type Steps } from "./steps.ts";

/** A value as it stands in a text. */
export interface Lexed {
  readonly at: number;
  readonly end: number;
  /** What its reader gets: without the quotes and escapes. Of a very long one the whole, as it stands there. */
  readonly value: string;
  /** Whether quotes say where it ends. */
  readonly isQuoted: boolean;
  /** Whether it may as well be a word of code or prose. */
  readonly isLoose: boolean;
}

/**
 * Reads the values of a text, whatever it is written in: in quotes, which may be escaped themselves, or without them. One
 * without is given twice where it may end at a comma, a bracket or the like, and may go on: up to there, and up to the
 * next white space. What values have in common is read once.
 *
 * The lexer's `isLoose` is for places where also code or prose may stand.
 */
export function valueLexer(text: string, steps: Steps): (at: number, isLoose?: boolean) => Lexed[] {
  const wordEnd = runsOf(text, inWord, steps);
  const plainEnd = runsOf(text, inPlain, steps);
  const nextEscape = nextOf(text, /\\+[nrt"'`]/g, steps);
  const quotes = new Map<string, (at: number) => number>();
  const nextQuote = (open: string, at: number): number => {
    const known = quotes.get(open) ?? nextOf(text, new RegExp(RegExp.escape(open), "g"), steps);
    quotes.set(open, known);
    return known(at);
  };
  const nextLine = nextOf(text, /\n/g, steps);
  /** Where a quoted text ends: at the same quote, unless it is escaped once more; or at the end of its line. */
  const closing = (start: number, open: string): number => {
    const limit = nextLine(start);
    for (let from = start; ;) {
      const found = nextQuote(open, from);
      if (found >= limit) return limit;
      if (!isEscaped(text, start, found)) return found;
      from = found + open.length;
    }
  };
  return (at, isLoose = false) => {
    steps.count += judged;
    opening.lastIndex = at;
    const [opened = "", triple] = opening.exec(text) ?? [];
    const open = triple === undefined ? opened : triple.repeat(3);
    if (open !== "") {
      const start = at + opened.length;
      const end = closing(start, open);
      return [{ at: start, end, value: plain(text.slice(start, end)), isQuoted: true, isLoose }];
    }
    const whole = Math.min(wordEnd(at), nextEscape(at));
    // Behind nothing but a space, or in code, what has brackets is code.
    if (isLoose && /[()[\]{}<>"'`|,;]/.test(text.slice(at, Math.min(whole, at + judged)).replace(/[,;.)\]}]+$/, "")))
      return [];
    const first = Math.min(whole, plainEnd(at));
    const ends = first === whole ? [whole] : [first, whole];
    return ends.map((end) => ({ at, end, value: plain(text.slice(at, end)), isQuoted: false, isLoose }));
  };
}

/** One quote, or three as TOML and Python have them, behind which a line may end. */
const opening = /(\\{0,7}["'])\1\1(?:\\?(?:\r?\n|\\n)[ \t]{0,80})?|\\{0,7}["'`]/y;
const inWord = without(' \t\r\n"`');
const inPlain = without(" \t\r\n\"'`,;&)}]<>|");
/** What a judgement reads of a value. */
const judged = 128;
const longestPlain = 512;

function isEscaped(text: string, start: number, at: number): boolean {
  let slashes = 0;
  while (slashes < 8 && at - slashes > start && text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

function plain(text: string): string {
  return text.length > longestPlain ? text : text.replaceAll(/\\+(["'`\\/])/g, "$1");
}
