import type { Mark } from "../refusal.ts";
import { end, isBlank, isBlankOrEnd, isBreak, isHex } from "./characters.ts";
import { isDocumentIndicator } from "./document-indicator.ts";
import type { SourceText } from "./source.ts";
import { kinds, styles, Token } from "./token.ts";

/** A text in quotes; the place is the first one, which is the code given. */
export function scanQuoted(source: SourceText, quote: number): Token {
  const { mark } = source;
  const isSingle = quote === 39;
  source.advance(1);
  let text = "";
  for (;;) {
    source.need(4);
    if (source.column === 0 && isDocumentIndicator(source)) {
      throw source.refusal("found unexpected document indicator", mark);
    }
    if (source.code() === end) throw source.refusal("found unexpected end of stream", mark);
    const word = isSingle ? singleWord(source) : doubleWord(source, mark);
    text += word.text;
    source.need(1);
    if (source.code() === quote) break;
    text += space(source, word.escapedBreak);
  }
  source.advance(1);
  return new Token(kinds.scalar, mark, text, "", isSingle ? styles.single : styles.double);
}

interface Word {
  readonly text: string;
  /** It ends with a `\` at the end of a line: what follows joins it. */
  readonly escapedBreak: boolean;
}

function singleWord(source: SourceText): Word {
  let text = "";
  let start = source.position;
  while (!isBlankOrEnd(source.code())) {
    if (source.code() === 39) {
      if (source.code(1) !== 39) break;
      text += source.text.slice(start, source.position + 1);
      source.advance(2);
      start = source.position;
    } else {
      source.skip();
    }
    source.need(2);
  }
  return { text: text + source.text.slice(start, source.position), escapedBreak: false };
}

function doubleWord(source: SourceText, mark: Mark): Word {
  let text = "";
  let start = source.position;
  while (!isBlankOrEnd(source.code())) {
    const code = source.code();
    if (code === 34) break;
    if (code === 92) {
      text += source.text.slice(start, source.position);
      if (isBreak(source.code(1))) {
        source.need(3);
        source.advance(1);
        source.readBreak();
        return { text, escapedBreak: true };
      }
      text += escape(source, mark);
      start = source.position;
    } else {
      source.skip();
    }
    source.need(2);
  }
  return { text: text + source.text.slice(start, source.position), escapedBreak: false };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1B"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xA0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
const lengths: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

function escape(source: SourceText, mark: Mark): string {
  const name = String.fromCharCode(source.code(1));
  const length = lengths.get(name);
  const character = escapes.get(name);
  if (length === undefined && character === undefined) throw source.refusal("found unknown escape character", mark);
  source.advance(2);
  if (character !== undefined) return character;
  source.need(length!);
  for (let ahead = 0; ahead < length!; ahead++) {
    if (!isHex(source.code(ahead))) throw source.refusal("did not find expected hexdecimal number", mark);
  }
  const code = Number.parseInt(source.text.slice(source.position, source.position + length!), 16);
  if ((code >= 0xd8_00 && code <= 0xdf_ff) || code > 0x10_ff_ff) {
    throw source.refusal("found invalid Unicode character escape code", mark);
  }
  source.advance(length!);
  return String.fromCodePoint(code);
}

/** Blanks and line breaks between words. A first break is a space; those after it stay. */
function space(source: SourceText, escapedBreak: boolean): string {
  let blanks = "";
  let first = "";
  let others = "";
  let isBroken = escapedBreak;
  for (let code = source.code(); isBlank(code) || isBreak(code); code = source.code()) {
    if (isBlank(code)) {
      if (isBroken) source.skip();
      else blanks += source.read();
    } else {
      source.need(2);
      if (isBroken) others += source.readBreak();
      else first = source.readBreak();
      isBroken = true;
    }
    source.need(1);
  }
  if (!isBroken) return blanks;
  if (first === "\n") return others === "" ? " " : others;
  return first + others;
}
