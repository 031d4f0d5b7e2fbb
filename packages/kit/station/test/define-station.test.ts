import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText } from "../src/canonical-text.ts";
import { defineStation, input } from "../src/index.ts";

interface Given {
  readonly name: string;
  readonly sizes: ReadonlyMap<string, number>;
}

const sum = defineStation({
  name: "sum",
  scope: "environment",
  inputs: { name: input<string>("what is summed"), sizes: input<Given["sizes"]>("the sizes by what has them") },
  result: "the sum, and what the station was given",
  run: (values) => ({ total: [...values.sizes.values()].reduce((a, b) => a + b, 0), given: Object.keys(values) }),
});

test("a station gets what its inputs name, and nothing else", () => {
  const values = { name: "pods", sizes: new Map([["cart", 2]]), secret: "of somebody else" };
  expect(sum.run(values)).toEqual({ total: 2, given: ["name", "sizes"] });
});

test("an input that is missing is undefined, and not that of another", () => {
  expect(sum.run({ sizes: new Map() } as unknown as Given)).toEqual({ total: 0, given: ["name", "sizes"] });
});

test("what a station at the edge works with is no input", () => {
  const read = defineStation({
    name: "read",
    scope: "repository",
    inputs: { path: input<string>("a path") },
    result: "its text",
    reads: ["the file"],
    run: ({ path }, files: ReadonlyMap<string, string>) => files.get(path),
  });
  expect(read.run({ path: "a" }, new Map([["a", "text"]]))).toBe("text");
  expect(read.keyOf({ path: "a" })).toBe(read.keyOf({ path: "a" }));
  expect(read.reads).toEqual(["the file"]);
});

test("the key is that of the declared inputs", () => {
  const values = { name: "pods", sizes: new Map([["cart", 2]]) };
  const beside = { ...values, more: "that no input names" };
  expect(sum.keyOf(beside)).toBe(sum.keyOf(values));
  expect(sum.keyOf({ ...values, name: "nodes" })).not.toBe(sum.keyOf(values));
  const other = defineStation({ ...sum, name: "other" });
  expect(other.keyOf(values)).not.toBe(sum.keyOf(values));
});

const plain = fc.anything({
  withBigInt: true,
  withMap: true,
  withSet: true,
  withNullPrototype: false,
  maxDepth: 3,
  key: fc.string({ maxLength: 3 }),
});

test("equal data has one text, and other data another", () => {
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(canonicalText(structuredClone(one))).toBe(canonicalText(one));
      const isOne = canonicalText(one) === canonicalText(other);
      // The order of fields counts, which is no difference to this.
      expect(!isOne || isDeepStrictEqual(one, other)).toBe(true);
    }),
  );
});

test.each([
  [{}, new Map()],
  [[], new Set()],
  [{ a: undefined }, {}],
  [[undefined], [null]],
  ["undefined", undefined],
  ["NaN", Number.NaN],
  [1, 1n],
  [1, "1"],
  [0, -0],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [new Map([["a", 1]]), [["a", 1]]],
])("%o and %o are two", (one, other) => {
  expect(canonicalText(one)).not.toBe(canonicalText(other));
});
