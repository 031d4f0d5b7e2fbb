import { createRequire } from "node:module";
import type { RE2JS as GoExpression } from "re2js";

/**
 * Whether a text has a match of a pattern, as the API server looks for it: with Go's regular expressions, which take a time
 * in proportion to the text. JavaScript's are faster to load, and say the same of what cannot take them long.
 *
 * @returns True where the pattern is none of Go's: then its definition is wrong, and not the text.
 */
export function matches(pattern: string, text: string): boolean {
  const isQuick = pattern.length <= longest && (text.length <= short || (text.length <= medium && isSimple(pattern)));
  if (isQuick) return expressionOf(pattern).test(text);
  return goExpressionOf(pattern)?.matcher(text).find() ?? true;
}

/** JavaScript's refuse what is very long when they are first asked. */
const longest = 1000;
/** In characters: two ways at each of them are 65,536 ways. */
const short = 16;
/** Three repetitions of so many are a million ways. */
const medium = 100;

/** Whether no group is repeated, and few things are without an end. */
function isSimple(pattern: string): boolean {
  return !/\)[*+{]/.test(pattern) && (pattern.match(/[*+]|,\}/g) ?? []).length <= 3;
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, "u");
  expressions.set(pattern, known);
  return known;
}

const goExpressions = new Map<string, GoExpression | undefined>();

function goExpressionOf(pattern: string): GoExpression | undefined {
  if (!goExpressions.has(pattern)) goExpressions.set(pattern, compiled(pattern));
  return goExpressions.get(pattern);
}

function compiled(pattern: string): GoExpression | undefined {
  // It takes 15 ms to load, and few objects need it.
  const { RE2JS } = createRequire(import.meta.url)("re2js") as { readonly RE2JS: typeof GoExpression };
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
