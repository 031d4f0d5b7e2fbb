import { codesOf, isBlankOrEnd, isWord } from "./characters.ts";
import type { SourceText } from "./source.ts";
import { Token, type kinds } from "./token.ts";

const endings = codesOf("?:,]}%@`");

/** The name of an anchor or an alias, at its `&` or `*`. */
export function scanName(source: SourceText, kind: typeof kinds.alias | typeof kinds.anchor): Token {
  const { mark } = source;
  source.advance(1);
  const name = readWord(source);
  const code = source.code();
  if (name === "" || !(isBlankOrEnd(code) || endings.has(code))) {
    throw source.refusal("did not find expected alphabetic or numeric character", mark);
  }
  return new Token(kind, mark, name);
}

/** Letters, digits, dashes and underscores, as many as there are. */
export function readWord(source: SourceText): string {
  const start = source.position;
  for (source.need(1); isWord(source.code()); source.need(1)) source.advance(1);
  return source.text.slice(start, source.position);
}
