import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

// What another file declares is exported again by `export … from`, which declares nothing.
test("a name of an exported type means one thing in the whole kit", () => {
  const files = globSync("packages/kit/*/src/**/*.ts", { cwd: repositoryRoot });
  const declared = files.flatMap((file) =>
    typeNamesIn(readFileSync(join(repositoryRoot, file), "utf8")).map((name) => ({ name, file })),
  );
  expect(declared.length).toBeGreaterThan(300);
  expect(severalIn(declared)).toEqual([]);
});

test("a name that two files declare is found", () => {
  const texts = { "a.ts": "export interface Plan {}\n", "b.ts": "export type Plan<T> = T;\nexport class Other {}\n" };
  const declared = Object.entries(texts).flatMap(([file, text]) => typeNamesIn(text).map((name) => ({ name, file })));
  expect(severalIn(declared)).toEqual(["Plan: a.ts, b.ts"]);
});

function typeNamesIn(text: string): string[] {
  const found = text.matchAll(/^export (?:declare )?(?:abstract )?(?:interface|type|class) (\w+)/gm);
  return [...found].map(([, name]) => name!);
}

function severalIn(declared: readonly { readonly name: string; readonly file: string }[]): string[] {
  return [...Map.groupBy(declared, ({ name }) => name)]
    .filter(([, those]) => those.length > 1)
    .map(([name, those]) => `${name}: ${those.map(({ file }) => file).join(", ")}`);
}
