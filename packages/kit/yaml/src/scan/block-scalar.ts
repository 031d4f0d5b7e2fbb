import type { Mark } from "../refusal.ts";
import { end, isBlank, isBreak, isBreakOrEnd, isDigit } from "./characters.ts";
import type { Scan } from "./scan.ts";
import type { SourceText } from "./source.ts";
import { everywhere } from "./chunks.ts";
import { passLineComment } from "./comments.ts";
import { kinds, styles, Token } from "./token.ts";

/** A text behind `|` or `>`. */
export function scanBlockScalar(scanner: Scan, isLiteral: boolean): Token {
  const { source } = scanner;
  const { mark } = source;
  source.advance(1);
  const { chomping, increment } = header(source, mark);
  restOfLine(scanner, mark);
  const parent = scanner.indent;
  const given = increment === 0 ? 0 : Math.max(parent, 0) + increment;
  const leading = breaks(source, given, mark);
  const indent = given === 0 ? Math.max(leading.widest, parent + 1, 1) : given;
  let text = "";
  let lineBreak = "";
  let emptyLines = leading.text;
  let wasBlank = false;
  source.need(1);
  while (source.column === indent && source.code() !== end) {
    const isIndented = isBlank(source.code());
    // A break between two lines that are not indented further is a space in the folded style.
    if (!isLiteral && !wasBlank && !isIndented && lineBreak === "\n") text += emptyLines === "" ? " " : "";
    else text += lineBreak;
    text += emptyLines + line(source);
    wasBlank = isIndented;
    source.need(2);
    lineBreak = source.readBreak();
    emptyLines = breaks(source, indent, mark).text;
  }
  if (chomping !== "-") text += lineBreak;
  if (chomping === "+") text += emptyLines;
  return new Token(kinds.scalar, mark, text, "", isLiteral ? styles.literal : styles.folded);
}

/** `+` or `-`, and a digit, in any order. */
function header(source: SourceText, mark: Mark): { chomping: string; increment: number } {
  const chompingFirst = readChomping(source);
  const increment = readIncrement(source, mark);
  const chomping = chompingFirst === "" && increment > 0 ? readChomping(source) : chompingFirst;
  return { chomping, increment };
}

function readChomping(source: SourceText): string {
  source.need(1);
  const code = source.code();
  return code === 43 || code === 45 ? source.read() : "";
}

function readIncrement(source: SourceText, mark: Mark): number {
  source.need(1);
  if (!isDigit(source.code())) return 0;
  if (source.code() === 48) throw source.refusal("found an indentation indicator equal to 0", mark);
  return Number(source.read());
}

function restOfLine({ source, version }: Scan, mark: Mark): void {
  source.skipBlanks();
  if (source.code() === 35) {
    if (version === 3) passLineComment(source);
    for (; !isBreakOrEnd(source.code()); source.need(1)) source.skip();
  }
  if (!isBreakOrEnd(source.code())) throw source.refusal("did not find expected comment or line break", mark);
  source.need(2);
  source.readBreak();
}

/** What is left of the line. */
function line(source: SourceText): string {
  const start = source.position;
  for (; !isBreakOrEnd(source.code()); source.need(1)) source.skip();
  return source.text.slice(start, source.position);
}

/** Passes indentation and empty lines. With no indentation given, it is that of the widest of them. */
function breaks(source: SourceText, indent: number, mark: Mark): { text: string; widest: number } {
  let text = "";
  let widest = 0;
  for (;;) {
    source.skipIndentation(indent === 0 ? everywhere : indent);
    widest = Math.max(widest, source.column);
    if ((indent === 0 || source.column < indent) && source.code() === 9) {
      throw source.refusal("found a tab character where an indentation space is expected", mark);
    }
    if (!isBreak(source.code())) return { text, widest };
    source.need(2);
    text += source.readBreak();
  }
}
