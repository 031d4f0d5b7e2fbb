import type { Mark } from "../refusal.ts";
import { isBlank, isBlankOrEnd, isBreakOrEnd, isDigit } from "./characters.ts";
import { readWord } from "./name.ts";
import type { SourceText } from "./source.ts";
import { readHandle, readUri } from "./tag.ts";
import { kinds, Token } from "./token.ts";

/** `%YAML 1.1` or `%TAG !e! tag:example.com,2000:`, to the end of its line. */
export function scanDirective(source: SourceText): Token {
  const { mark } = source;
  source.advance(1);
  const name = readWord(source);
  if (name === "") throw source.refusal("could not find expected directive name", mark);
  if (!isBlankOrEnd(source.code())) throw source.refusal("found unexpected non-alphabetical character", mark);
  if (name !== "YAML" && name !== "TAG") throw source.refusal("found unknown directive name", mark);
  const token = name === "YAML" ? version(source, mark) : tag(source, mark);
  source.skipBlanks();
  if (source.code() === 35) {
    for (; !isBreakOrEnd(source.code()); source.need(1)) source.skip();
  }
  if (!isBreakOrEnd(source.code())) throw source.refusal("did not find expected comment or line break", mark);
  source.need(2);
  source.readBreak();
  return token;
}

function version(source: SourceText, mark: Mark): Token {
  source.skipBlanks();
  const major = number(source, mark);
  if (source.code() !== 46) throw source.refusal("did not find expected digit or '.' character", mark);
  source.advance(1);
  return new Token(kinds.versionDirective, mark, `${major}.${number(source, mark)}`);
}

function number(source: SourceText, mark: Mark): number {
  const start = source.position;
  for (source.need(1); isDigit(source.code()); source.need(1)) {
    if (source.position - start >= 2) throw source.refusal("found extremely long version number", mark);
    source.advance(1);
  }
  if (source.position === start) throw source.refusal("did not find expected version number", mark);
  return Number(source.text.slice(start, source.position));
}

function tag(source: SourceText, mark: Mark): Token {
  source.skipBlanks();
  const handle = readHandle(source, mark, true);
  source.need(1);
  if (!isBlank(source.code())) throw source.refusal("did not find expected whitespace", mark);
  source.skipBlanks();
  const prefix = readUri(source, mark, "");
  source.need(1);
  if (!isBlankOrEnd(source.code())) throw source.refusal("did not find expected whitespace or line break", mark);
  return new Token(kinds.tagDirective, mark, handle, prefix);
}
