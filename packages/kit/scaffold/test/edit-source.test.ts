import {
  addElement,
  addField,
  addImport,
  asList,
  asObject,
  callNamed,
  defaultExport,
  fieldOf,
  objectArgument,
  readSource,
  removeEntry,
  type Source,
} from "@kit/scaffold";
import { describe, expect, test } from "vitest";

const system = `import { defineSystem } from "typed-manifests";
// Not in any order.
import { dev } from "./dev.ts"; // é, and 日本語
import { prod } from "./prod.ts";

export type { ShopEnvironment } from "./schema.ts";

export default defineSystem({
  schema,
  environments: [
    dev, // first
    // The one that earns money.
    prod,
  ],
  policy,
});
`;

function listOf(source: Source) {
  const object = objectArgument(source, callNamed(source, defaultExport(source), "defineSystem")!)!;
  return asList(source, fieldOf(object, "environments")?.value)!;
}

describe("a list of a source", () => {
  test("gets one more element, and its import, with comments and order kept", () => {
    const source = readSource("index.ts", system);
    addImport(source, "staging", "./staging.ts");
    addElement(source, listOf(source), "staging");
    expect(source.edits.toString()).toBe(
      system
        .replace('"./prod.ts";\n', '"./prod.ts";\nimport { staging } from "./staging.ts";\n')
        .replace("    prod,\n", "    prod,\n    staging,\n"),
    );
  });

  test("loses an element with what is said of it", () => {
    const source = readSource("index.ts", system);
    const list = listOf(source);
    removeEntry(source, list, list.elements[1]!);
    expect(source.edits.toString()).toBe(system.replace("    // The one that earns money.\n    prod,\n", ""));
  });

  test.each([
    ["[]", "[one]"],
    ["[a]", "[a, one]"],
    ["[a, b] as const", "[a, b, one] as const"],
    ["[\n  a,\n  b // of b\n]", "[\n  a,\n  b, // of b\n  one,\n]"],
    ["[\n  a /* of, a */ , // more\n]", "[\n  a /* of, a */ , // more\n  one,\n]"],
    ["[\n  a, /* of\n a */\n]", "[\n  a, /* of\n a */\n  one,\n]"],
  ])("%s becomes %s", (before, after) => {
    const source = readSource("index.ts", `const list = ${before};\nexport default list;\n`);
    addElement(source, asList(source, defaultExport(source))!, "one");
    expect(source.edits.toString()).toBe(`const list = ${after};\nexport default list;\n`);
  });

  test.each([
    ["[a, b, c]", 0, "[b, c]"],
    ["[a, b, c]", 2, "[a, b]"],
    ["[a]", 0, "[]"],
    ["[\n  a, // of a\n  b,\n]", 0, "[\n  b,\n]"],
    ["[\n  a, // of a\n  b,\n]", 1, "[\n  a, // of a\n]"],
    ["[\n  a,\n  // of b\n  /* too */\n  b\n]", 1, "[\n  a,\n]"],
    ["[\n  // of all\n\n  a,\n  b,\n]", 0, "[\n  // of all\n\n  b,\n]"],
  ])("%s without its element %i is %s", (before, index, after) => {
    const source = readSource("index.ts", `export default ${before};\n`);
    const list = asList(source, defaultExport(source))!;
    removeEntry(source, list, list.elements[index]!);
    expect(source.edits.toString()).toBe(`export default ${after};\n`);
  });
});

test.each([
  ["{}", "{ a: 1 }"],
  ["{ b: 2 }", "{ b: 2, a: 1 }"],
  ["{\n  b: 2,\n}", "{\n  b: 2,\n  a: 1,\n}"],
  ["{\n  ...b\n}", "{\n  ...b,\n  a: 1,\n}"],
])("the object %s gets a field: %s", (before, after) => {
  const source = readSource("index.ts", `export default (${before} satisfies object);\n`);
  addField(source, asObject(source, defaultExport(source))!, "a: 1");
  expect(source.edits.toString()).toBe(`export default (${after} satisfies object);\n`);
});

test.each([
  ['import { a } from "x";\n', 'import { a, name } from "x";\n'],
  ['import {\n  a,\n} from "x";\n', 'import {\n  a,\n  name,\n} from "x";\n'],
  ['import { name } from "x";\n', 'import { name } from "x";\n'],
  ['import { name as other } from "x";\n', 'import { name as other, name } from "x";\n'],
  ['import * as x from "x";\n', 'import * as x from "x";\nimport { name } from "x";\n'],
  ['import type { T } from "x";\n', 'import type { T } from "x";\nimport { name } from "x";\n'],
  ['// Licence.\nimport "y";\n', '// Licence.\nimport "y";\nimport { name } from "x";\n'],
  ["export {};\n", 'import { name } from "x";\n\nexport {};\n'],
])("%j imports a name: %j", (before, after) => {
  const source = readSource("index.ts", before);
  addImport(source, "name", "x");
  expect(source.edits.toString()).toBe(after);
});

test("what does not parse is refused, with its place", () => {
  expect(() =>
    readSource("packages/shop/environments/src/index.ts", "export const a = 1;\nexport default {{;\n"),
  ).toThrow(
    /^error\[source-form\]: the file is not TypeScript that can be read: .*\n {2}where: {2}packages\/shop\/environments\/src\/index\.ts, line 2\n {2}to fix: /,
  );
});
