import { expect, test } from "vitest";
import { readAsKubectl, readAsKustomize, readKustomization, type YamlDocument } from "../src/index.ts";

function refusals(documents: readonly YamlDocument[]): unknown[] {
  return documents.map(({ refusal }) => (refusal === undefined ? undefined : [refusal.said, refusal.place]));
}

test("the two read the words of YAML 1.1, octals and times apart", () => {
  const text = "a: yes\nb: 0o17\nc: 2001-01-01\nd: ! 12\ne: {x: 1, <<: {x: 2}}\n";
  expect(readAsKubectl(text).map(({ data }) => data)).toEqual([
    { a: true, b: 15, c: "2001-01-01", d: "12", e: { x: 2 } },
  ]);
  expect(readAsKustomize(text).map(({ data }) => data)).toEqual([
    { a: "yes", b: 15, c: "2001-01-01T00:00:00Z", d: 12, e: { x: 1 } },
  ]);
});

test("an integer is a bigint where no number is the same", () => {
  const text = "a: 9007199254740992\nb: 9007199254740993\nc: 9223372036854775807\nd: 18446744073709551615\n";
  const common = { a: 9007199254740992, b: 9007199254740993n, c: 9223372036854775807n };
  expect(readAsKubectl(text)[0]!.data).toEqual({ ...common, d: 18446744073709552000 });
  expect(readAsKustomize(text)[0]!.data).toEqual({ ...common, d: 18446744073709551615n });
  expect(readAsKubectl('{"b": 9007199254740993}')[0]!.data).toEqual({ b: 9007199254740993n });
});

test("a kustomization is read as kubectl reads, and its first document alone", () => {
  expect(readKustomization("a: yes\n---\nb: c\n")!.data).toEqual({ a: true });
  expect(readKustomization("# nothing\n")).toBeUndefined();
});

test("a document knows its line, and where what it has stands in the file", () => {
  const text = "# one\na: b\n---\n# two\n\nspec:\n  list:\n  - name: x\n    é: {'k': v}\n---\n";
  for (const read of [readAsKubectl, readAsKustomize]) {
    const [one, two] = read(text);
    expect([one!.line, one!.placeOf([])]).toEqual([1, { line: 2, column: 1 }]);
    expect([two!.line, two!.placeOf(["spec"])]).toEqual([4, { line: 6, column: 1 }]);
    expect(two!.placeOf(["spec", "list", 0, "é", "k"])).toEqual({ line: 9, column: 9 });
    expect(two!.placeOf(["spec", "list", 0, "none", "k"])).toEqual({ line: 8, column: 5 });
  }
});

test("places in JSON are those of the file", () => {
  const [, two] = readAsKubectl('{"a":1}\n{\n  "b": [1, {"c": 2}]\n}\n{');
  expect([two!.line, two!.placeOf(["b", 1, "c"])]).toEqual([2, { line: 3, column: 13 }]);
  expect(refusals(readAsKubectl('{"a":1}\n{}\n{"b": x}\n'))).toEqual([
    undefined,
    undefined,
    ["invalid character looking for beginning of value", { line: 3, column: 7 }],
  ]);
});

test("what is refused has its place, and kubectl's other documents are read", () => {
  const text = "a: b\n---\nc: [\n---\nd: e\n--- f\ng: h\n---\ni: \u0007\n";
  expect(refusals(readAsKubectl(text))).toEqual([
    undefined,
    ["did not find expected node content", { line: 4, column: 1 }],
    ["invalid Yaml document separator: f", { line: 6, column: 1 }],
    undefined,
    ["control characters are not allowed", { line: 9, column: 4 }],
  ]);
  expect(refusals(readAsKustomize(text))).toEqual([["invalid document separator: --- f", { line: 6, column: 1 }]]);
});

test("aliases in aliases are refused soon", () => {
  const lines = Array.from(
    { length: 9 },
    (_, index) => `x${index}: &x${index} ${tenOf(index === 0 ? "a" : `*x${index - 1}`)}`,
  );
  const bomb = `${lines.join("\n")}\n`;
  expect(refusals(readAsKubectl(bomb))).toEqual([["document contains excessive aliasing", { line: 1, column: 12 }]]);
  expect(refusals(readAsKustomize(bomb))).toEqual([
    ["its aliases make more than 200,000 values of it", expect.objectContaining({ line: expect.any(Number) })],
  ]);
  expect(refusals(readAsKustomize("a: &a [*a]\n"))).toEqual([["anchor value contains itself", { line: 1, column: 4 }]]);
});

test("too deep is refused, and what is not too deep is read", () => {
  for (const read of [readAsKubectl, readAsKustomize]) {
    expect(refusals(read(nested(1001)))).toEqual([["exceeded max depth of 1000", { line: 1, column: 1003 }]]);
    expect(refusals(read(nested(900)))).toEqual([undefined]);
    expect(refusals(read(`${"- ".repeat(1001)}a\n`))).toEqual([
      ["exceeded max depth of 1000", { line: 1, column: 2001 }],
    ]);
  }
  expect(refusals(readAsKubectl(`{"a":${"[".repeat(1001)}`))).toHaveLength(1);
});

test("keys that become one text are refused where chance would decide", () => {
  expect(refusals(readAsKubectl('8080: a\n"8080": b\n'))).toEqual([
    ['two keys become "8080", and which of them kubectl takes is left to chance', { line: 2, column: 1 }],
  ]);
  expect(readAsKubectl("a: 1\na: 2\n8: x\n010: z\n")[0]!.data).toEqual({ a: 2, 8: "z" });
});

test("a key __proto__ is one like any other", () => {
  for (const text of ["__proto__: {a: 1}\n", "__proto__:\n  a: 1\n", '{"__proto__": {"a": 1}}']) {
    const data = readAsKubectl(text)[0]!.data as object;
    expect([Object.keys(data), Object.getPrototypeOf(data)]).toEqual([["__proto__"], Object.prototype]);
  }
});

function tenOf(one: string): string {
  return `[${Array.from({ length: 10 }, () => one).join(",")}]`;
}

function nested(depth: number): string {
  return `a: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
}
