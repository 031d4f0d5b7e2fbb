import type { Mark } from "../refusal.ts";
import { codesOf, isBlankOrEnd, isHex, isWord } from "./characters.ts";
import { readWord } from "./name.ts";
import type { SourceText } from "./source.ts";
import { kinds, Token } from "./token.ts";

/** `!`, `!local`, `!!str`, `!e!name` or `!<tag:yaml.org,2002:str>`. */
export function scanTag(source: SourceText): Token {
  const { mark } = source;
  source.need(2);
  const [handle, suffix] = source.code(1) === 60 ? verbatim(source, mark) : shorthand(source, mark);
  source.need(1);
  if (!isBlankOrEnd(source.code())) throw source.refusal("did not find expected whitespace or line break", mark);
  return new Token(kinds.tag, mark, handle, suffix);
}

function verbatim(source: SourceText, mark: Mark): [handle: string, suffix: string] {
  source.advance(2);
  const suffix = readUri(source, mark, "");
  if (source.code() !== 62) throw source.refusal("did not find the expected '>'", mark);
  source.advance(1);
  return ["", suffix];
}

function shorthand(source: SourceText, mark: Mark): [handle: string, suffix: string] {
  const handle = readHandle(source, mark, false);
  if (handle.length > 1 && handle.endsWith("!")) return [handle, readUri(source, mark, "")];
  const suffix = readUri(source, mark, handle);
  return suffix === "" ? ["", "!"] : ["!", suffix];
}

/** `!`, `!!` or `!word!`; for a tag also `!word`, which is not a handle. */
export function readHandle(source: SourceText, mark: Mark, isDirective: boolean): string {
  source.need(1);
  if (source.code() !== 33) throw source.refusal("did not find expected '!'", mark);
  source.advance(1);
  const word = readWord(source);
  if (source.code() === 33) {
    source.advance(1);
    return `!${word}!`;
  }
  if (isDirective && word !== "") throw source.refusal("did not find expected '!'", mark);
  return `!${word}`;
}

/** What a tag may have beside letters, digits, `-` and `_`. */
const others = codesOf(";/?:@&=+$,.!~*'()[]%");

/** @param head What of it has been read already, with its `!`. */
export function readUri(source: SourceText, mark: Mark, head: string): string {
  let uri = head.slice(1);
  let isEmpty = head === "";
  source.need(1);
  for (let code = source.code(); isWord(code) || others.has(code); code = source.code()) {
    if (code === 37) uri += escaped(source, mark);
    else uri += source.read();
    isEmpty = false;
    source.need(1);
  }
  if (isEmpty) throw source.refusal("did not find expected tag URI", mark);
  return uri;
}

/** A character as `%C3%A9`. */
function escaped(source: SourceText, mark: Mark): string {
  const bytes: number[] = [];
  let width = 1;
  while (bytes.length < width) {
    source.need(3);
    if (source.code() !== 37 || !isHex(source.code(1)) || !isHex(source.code(2))) {
      throw source.refusal("did not find URI escaped octet", mark);
    }
    const octet = Number.parseInt(source.text.slice(source.position + 1, source.position + 3), 16);
    if (bytes.length === 0) width = widthOf(octet);
    if (width === 0) throw source.refusal("found an incorrect leading UTF-8 octet", mark);
    if (bytes.length > 0 && (octet & 0xc0) !== 0x80) {
      throw source.refusal("found an incorrect trailing UTF-8 octet", mark);
    }
    bytes.push(octet);
    source.advance(3);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function widthOf(octet: number): number {
  if (octet < 0x80) return 1;
  if ((octet & 0xe0) === 0xc0) return 2;
  if ((octet & 0xf0) === 0xe0) return 3;
  return (octet & 0xf8) === 0xf0 ? 4 : 0;
}
