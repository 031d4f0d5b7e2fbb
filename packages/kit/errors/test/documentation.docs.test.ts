import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const documentation = readFileSync(join(import.meta.dirname, "../../../../docs/errors.md"), "utf8");

test.for([
  ["problem.ts", "UserErrorCode", "Wrong input"],
  ["environment-failure.ts", "EnvironmentFailureCode", "The machine failed"],
] as const)("docs/errors.md has every code of %s and no other", ([file, union, section]) => {
  expect(codesUnder(section)).toEqual(membersOf(file, union));
});

test("docs/errors.md has every exit code", () => {
  const source = readSource("exit-codes.ts");
  const codes = [...source.matchAll(/\w+: (\d+)/g)].map(([, code]) => code);
  const documented = [...sectionOf("Exit codes").matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => code);
  expect(documented).toEqual(codes);
});

/** The first column of a section's table. */
function codesUnder(section: string): string[] {
  return [...sectionOf(section).matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code!);
}

function sectionOf(heading: string): string {
  return documentation.split(/^## /m).find((section) => section.startsWith(`${heading}\n`))!;
}

/** The members of a union of strings, from the source: a type leaves nothing to ask at run time. */
function membersOf(file: string, union: string): string[] {
  const declaration = new RegExp(`export type ${union} =([^;]+);`).exec(readSource(file))![1]!;
  return [...declaration.matchAll(/"([^"]+)"/g)].map(([, member]) => member!);
}

function readSource(file: string): string {
  return readFileSync(join(import.meta.dirname, "../src", file), "utf8");
}
