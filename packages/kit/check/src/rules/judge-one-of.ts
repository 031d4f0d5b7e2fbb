import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

/** A word that may be left out, and those that the server takes. */
export interface WordRule {
  readonly path: Path;
  /** What the word is: `the container's restartPolicy`. */
  readonly what: string;
  readonly word: string | undefined;
  readonly words: readonly string[];
}

/** Reports a word that the server does not take, of a field whose schema does not name them. */
export function judgeOneOf(report: ReportFinding, { path, what, word, words }: WordRule): void {
  if (word === undefined || words.includes(word)) return;
  const all = words.join(", ");
  report({ path, message: `${what} ${JSON.stringify(word)} is not one of ${all}`, fix: `write one of ${all}` });
}
