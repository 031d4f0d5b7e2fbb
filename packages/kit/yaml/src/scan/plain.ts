import type { Mark } from "../refusal.ts";
import { isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import { isDocumentIndicator } from "./document-indicator.ts";
import type { Scan } from "./scan.ts";
import type { SourceText } from "./source.ts";
import { kinds, Token } from "./token.ts";

/** A text without quotes. */
export function scanPlain(scanner: Scan): Token {
  const { source } = scanner;
  const { mark } = source;
  const indent = scanner.indent + 1;
  const isFlow = scanner.flowLevel > 0;
  let text = "";
  let gap = "";
  let isBroken = false;
  for (;;) {
    source.need(4);
    if (source.column === 0 && isDocumentIndicator(source)) break;
    if (source.code() === 35) break;
    const start = source.position;
    passWord(source, isFlow);
    if (source.position > start) {
      text += gap + source.text.slice(start, source.position);
      gap = "";
      isBroken = false;
    }
    if (!isBlank(source.code()) && !isBreak(source.code())) break;
    const blanks = readBlanks(source);
    isBroken = isBreak(source.code());
    gap = isBroken ? readBreaks(source, indent, mark) : blanks;
    if (!isFlow && source.column < indent) break;
  }
  // A key may follow on the line that it has reached.
  if (isBroken) scanner.keys.allowed = true;
  return new Token(kinds.scalar, mark, text);
}

function passWord(source: SourceText, isFlow: boolean): void {
  const { text } = source;
  const stop = source.known;
  let at = source.position;
  while (at < stop && !endsWord(text.charCodeAt(at), text.charCodeAt(at + 1), isFlow)) at++;
  source.advance(at - source.position);
  // What is near the end of what is known, or outside of the first plane.
  while (!endsWord(source.code(), source.code(1), isFlow) || source.isAstral) {
    source.skip();
    source.need(2);
  }
}

// , ? [ ] { }
function endsWord(code: number, after: number, isFlow: boolean): boolean {
  if (code === 58) return isBlankOrEnd(after);
  if (code <= 32 || code >= 0x85) return isBlankOrEnd(code) || (code >= 0xd8_00 && code <= 0xdb_ff);
  return isFlow && (code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125);
}

function readBlanks(source: SourceText): string {
  const start = source.position;
  source.skipBlanks();
  return source.text.slice(start, source.position);
}

/** Line breaks and the indentation after them: what joins two lines of a text. */
function readBreaks(source: SourceText, indent: number, mark: Mark): string {
  let first = "";
  let others = "";
  for (let code = source.code(); isBlank(code) || isBreak(code); code = source.code()) {
    if (isBreak(code)) {
      source.need(2);
      const read = source.readBreak();
      if (first === "") first = read;
      else others += read;
    } else {
      if (code === 9 && source.column < indent) {
        throw source.refusal("found a tab character that violates indentation", mark);
      }
      source.skip();
    }
    source.need(1);
  }
  if (first !== "\n") return first + others;
  return others === "" ? " " : others;
}
