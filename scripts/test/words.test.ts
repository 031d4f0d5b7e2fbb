import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { finderOf, glossary, withoutOldWords } from "./old-words.ts";

const contributing = readFileSync(join(repositoryRoot, "CONTRIBUTING.md"), "utf8");

// Systems are their teams' own, and so are the words in them. What is recorded is other people's, and JSON.
const ours = ["packages/kit", "docs", "scripts", ".ci", ".github", ":(glob)*.md"];
const texts = /(?:\.(?:ts|mjs|md|snap|go|ya?ml)|^\.ci\/run)$/;
// The lint itself is tried with old words.
const excepted = ["scripts/test/words.test.ts"];

test("nothing of ours says an old word: write the glossary's", () => {
  const find = finderOf(glossary(contributing));
  const said = ourFiles().flatMap((file) => {
    const text = readFileSync(join(repositoryRoot, file), "utf8");
    const found = find(file === "CONTRIBUTING.md" ? withoutOldWords(text) : text);
    return found.map(({ line, said, instead }) => `${file}:${line}: "${said}": write "${instead}"`);
  });
  expect(said).toEqual([]);
});

test("each word of the glossary stands there once, and no old word is a word of it", () => {
  const terms = glossary(contributing);
  const words = terms.map(({ word }) => word);
  const olds = terms.flatMap(({ not }) => not);
  expect(words.length).toBeGreaterThan(20);
  expect(words).toEqual([...new Set(words)]);
  expect(olds).toEqual([...new Set(olds)]);
  expect(olds.filter((old) => words.includes(old))).toEqual([]);
});

describe("an old word is found", () => {
  const page = [
    "## Words",
    "",
    "## Glossary",
    "",
    "| word | meaning | not |",
    "| ---- | ------- | --- |",
    "| fix | what to write instead | `mend`, `mends` |",
    "| invalid | refused | `is none` |",
    "",
    "## Code",
    "| a | b | `c` |",
  ].join("\n");
  const find = finderOf(glossary(page));

  test("with its line, and the word to write", () => {
    expect(find("a\nto Mend, is none")).toEqual([
      { line: 2, said: "Mend", instead: "fix" },
      { line: 2, said: "is none", instead: "invalid" },
    ]);
  });

  test("across the lines of a comment", () => {
    expect(find("/**\n * one that is\n * none.\n */")).toEqual([{ line: 2, said: "is none", instead: "invalid" }]);
    expect(find("  // one that is\n  // none.")).toEqual([{ line: 1, said: "is none", instead: "invalid" }]);
  });

  test("but not in another word, nor in another sense", () => {
    expect(
      find("recommended, amends, there is none, is none of them, is nonempty, is None, there\n * is none"),
    ).toEqual([]);
  });

  test("but not where the glossary has it", () => {
    expect(find(withoutOldWords(page))).toEqual([]);
    expect(withoutOldWords(page)).toContain("| fix | what to write instead | |\n| invalid | refused | |\n");
  });
});

function ourFiles(): string[] {
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...ours];
  const listed = execFileSync("git", options, { cwd: repositoryRoot, encoding: "utf8" }).split("\0");
  return listed.filter((file) => texts.test(file) && !excepted.includes(file));
}
