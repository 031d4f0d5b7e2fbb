import { isBlankOrEnd } from "./characters.ts";
import type { SourceText } from "./source.ts";

/** Whether `---` or `...` stands here alone, which at the beginning of a line always ends a document. */
export function isDocumentIndicator(source: SourceText): boolean {
  const code = source.code();
  if (code !== 45 && code !== 46) return false;
  return source.code(1) === code && source.code(2) === code && isBlankOrEnd(source.code(3));
}
