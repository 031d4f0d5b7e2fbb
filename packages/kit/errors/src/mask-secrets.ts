import { looksDrawn } from "./looks-drawn.ts";
import { namedSecrets } from "./named-secrets.ts";
import { secretShapes } from "./secret-shapes.ts";

// Digests that say so, what SOPS has encrypted, and everything else that is long enough to be drawn.
const long =
  /(?:\bh1:|\bsha(?:256|384|512)[-:])[A-Za-z0-9+/_-]+={0,2}|\bENC\[[^\]\s]*\]|(?<drawn>[A-Za-z0-9+/_-]{20,}={0,2})/gi;

/**
 * A text with `***` in the place of everything that looks like a secret: what has the shape of a well-known kind, what
 * its name gives away, and what is drawn rather than written.
 *
 * It is the last line, for what is printed. It masks more than a file may not have: in a file it must not be wrong.
 */
export function maskSecrets(text: string): string {
  return mask(
    text.replaceAll(escaped, (all) => {
      const plain = all.replaceAll(/\\+([_*~+.-])/g, "$1");
      const masked = mask(plain);
      return masked === plain ? all : masked;
    }),
  );
}

// Markdown has backslashes where a secret has none.
const escaped = /\S*\\[_*~+.-]\S*/g;

function mask(text: string): string {
  const shaped = secretShapes.reduce((masked, { pattern }) => masked.replaceAll(pattern, hide), text);
  return withoutNamed(shaped).replaceAll(long, (all: string, drawn: string | undefined) =>
    drawn !== undefined && looksDrawn(drawn) ? "***" : all,
  );
}

function hide(_: string, before: string, ...after: readonly (string | number | undefined)[]): string {
  return `${before}***${typeof after[0] === "string" ? after[0] : ""}`;
}

function withoutNamed(text: string): string {
  let masked = "";
  let end = 0;
  for (const { value, at } of namedSecrets(text)) {
    if (at < end) continue;
    masked += `${text.slice(end, at)}***`;
    end = at + value.length;
  }
  return masked + text.slice(end);
}
