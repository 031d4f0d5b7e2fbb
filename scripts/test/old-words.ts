/** A word of the glossary, and what is not said for it. */
export interface Term {
  readonly word: string;
  readonly not: readonly string[];
}

/** An old word in a text. */
export interface OldWord {
  /** From 1. */
  readonly line: number;
  readonly said: string;
  /** The word of the glossary to write instead. */
  readonly instead: string;
}

/**
 * The terms of the glossary in CONTRIBUTING.md: the rows of its table `| word | meaning | not |`, where `not` has old words in
 * backticks.
 */
export function glossary(markdown: string): Term[] {
  return glossaryRows(markdown).map(([word, , not]) => ({
    word: word!,
    not: [...not!.matchAll(/`([^`]+)`/g)].map(([, old]) => old!),
  }));
}

/** The page without the old words that its glossary has to name. Lines stay where they are. */
export function withoutOldWords(markdown: string): string {
  return markdown.replace(section, (text) => text.replaceAll(/^(\|[^|]*\|[^|]*\|)[^|]*\|$/gm, "$1 |"));
}

/** Finds old words in texts: as words of their own, also at the start of a sentence and across the break of a line. */
export function finderOf(terms: readonly Term[]): (text: string) => OldWord[] {
  const insteadOf = new Map(terms.flatMap(({ word, not }) => not.map((old) => [old, word] as const)));
  const olds = [...insteadOf.keys()].map((old) => `[${old[0]!}${old[0]!.toUpperCase()}]${old.slice(1)}`);
  const pattern = new RegExp(String.raw`\b(?:${olds.join("|").replaceAll(" ", between)})\b`, "g");
  return (text) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: said, index }) => !isOtherSense(text.slice(0, index), said, text.slice(index + said.length)))
      .map(({ 0: said, index }) => ({
        line: text.slice(0, index).split("\n").length,
        said: inOneLine(said),
        instead: insteadOf.get(inOneLine(said).toLowerCase())!,
      }));
}

const section = /^## Glossary\n.*?(?=^## |$(?![^]))/ms;
// White space, and what stands in front of a comment's line.
const between = String.raw`(?:[ \t]+|[ \t]*\n[ \t]*(?:\*|//|#|>)?[ \t]*)`;

function inOneLine(said: string): string {
  return said.replaceAll(new RegExp(between, "g"), " ");
}

/** `There is none` counts, and `is none of its business` says whose it is: neither says that something is invalid. */
function isOtherSense(before: string, said: string, after: string): boolean {
  if (!said.endsWith("none")) return false;
  return new RegExp(`\\bthere${between}$`, "i").test(before) || /^\s+of\b/.test(after);
}

function glossaryRows(markdown: string): string[][] {
  const rows = section.exec(markdown)?.[0].match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
