import { describe, expect, test } from "vitest";
import { formatJson, formatText } from "../src/index.ts";
import { compare } from "./edits.ts";

interface Facts {
  readonly kind?: string;
  readonly namespace?: string;
  readonly data?: Readonly<Record<string, string>>;
}

function object(name: string, { kind = "ConfigMap", namespace = "a", data = {} }: Facts = {}): string {
  return `${JSON.stringify({ apiVersion: "v1", kind, metadata: { name, namespace }, data })}\n`;
}

/** `renamed a → b`, in the order of the review. */
function said(before: readonly string[], after: readonly string[]): string[] {
  const { changes } = compare(before.join("---\n"), after.join("---\n")).environments[0]!;
  return changes
    .map(
      ({ op, id, previous }) =>
        `${op} ${previous === undefined ? "" : `${previous.namespace}/${previous.name} → `}${id.namespace}/${id.name}`,
    )
    .toSorted();
}

const four = { A: "1", B: "2", C: "3", D: "4" };

describe("renamed is", () => {
  test("what has another hash behind its name, whatever is in it", () => {
    const before = object("config-7fhkm2b8t9", { data: { A: "1" } });
    const after = object("config-bc24d56gth", { data: { B: "2" } });
    expect(said([before], [after])).toEqual(["renamed a/config-7fhkm2b8t9 → a/config-bc24d56gth"]);
  });

  test("what is in another namespace", () => {
    expect(said([object("one")], [object("one", { namespace: "b" })])).toEqual(["renamed a/one → b/one"]);
  });

  test("what is alike, the most alike first", () => {
    const before = [object("one", { data: four }), object("two", { data: { ...four, A: "x" } })];
    const after = [object("three", { data: { ...four, A: "x" } }), object("four", { data: { ...four, B: "y" } })];
    expect(said(before, after)).toEqual(["renamed a/one → a/four", "renamed a/two → a/three"]);
  });

  test("what has its own name all over it", () => {
    expect(said([object("one", { data: dataOf("one") })], [object("two", { data: dataOf("two") })])).toEqual([
      "renamed a/one → a/two",
    ]);
  });
});

describe("renamed is not", () => {
  test("what has little in it, although it is the same", () => {
    expect(said([object("one", { data: { A: "1" } })], [object("two", { data: { A: "1" } })])).toEqual([
      "added a/two",
      "removed a/one",
    ]);
  });

  test("what is not alike", () => {
    expect(
      said([object("one", { data: four })], [object("two", { data: { ...four, A: "x", B: "x", C: "x" } })]),
    ).toEqual(["added a/two", "removed a/one"]);
  });

  test("what is there under its own name", () => {
    const before = [object("one", { data: four })];
    const after = [object("one", { data: { E: "5" } }), object("two", { data: four })];
    expect(said(before, after)).toEqual(["added a/two", "changed a/one"]);
  });
});

test("another version of a group has the same objects", () => {
  const [change] = compare(scaler("v1"), scaler("v2")).environments[0]!.changes;
  expect(change).toMatchObject({ op: "changed", fields: [{ path: "apiVersion", before: "autoscaling/v1" }] });
});

test("thousands of objects that came and went are not all compared", () => {
  const { changes } = compare(many("one").join("---\n"), many("two").join("---\n")).environments[0]!;
  expect(changes).toHaveLength(3000);
});

test("documents that both sides have are not read", () => {
  const broken = "kind: [\n";
  expect(said([broken, object("one")], [broken, object("one", { data: four })])).toEqual(["changed a/one"]);
});

test("what is broken on one side is said, all of it", () => {
  expect(() => compare(`${object("one")}---\nkind: [\n---\nno: object\n`, object("one")))
    .toThrowErrorMatchingInlineSnapshot(`
      [UserError: error[manifest-yaml]: not YAML at line 4, column 1: did not find expected node content
        where:  a, from line 2
        to fix: correct the file; what is below generated/ comes from \`pnpm build\`

      error[manifest-yaml]: a document is not a Kubernetes object: it has no apiVersion and kind
        where:  a, from line 4
        to fix: correct the file; what is below generated/ comes from \`pnpm build\`]
    `);
});

test("a changed digit is seen, however long the number is, and text of digits is text", () => {
  const reviewed = compare(
    widget("9007199254740993", "0x1234567890abcdef1234567890abcde0"),
    widget("9007199254740992", "0x1234567890abcdef1234567890abcde1"),
  );
  const [change] = reviewed.environments[0]!.changes;
  expect(change!.fields.map(({ path, before, after }) => [path, before, after])).toEqual([
    ["spec.id", 9007199254740993n, 9007199254740992],
    ["spec.key", "0x1234567890abcdef1234567890abcde0", "0x1234567890abcdef1234567890abcde1"],
    ["spec.list[0].id", 9007199254740993n, 9007199254740992],
  ]);
  expect(formatText(reviewed, true)).toContain("9007199254740993");
  expect(formatJson(reviewed)).toContain('"9007199254740993"');
  expect(formatJson(compare("", widget("9007199254740993", "a")))).toContain('"9007199254740993"');
  expect(formatText(compare("", widget("9007199254740993", "a")), true)).not.toContain("Error");
});

test("aliases that make billions of values are refused, and what is hundreds deep", () => {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(", ")}]`,
  );
  const bomb = `apiVersion: v1\nkind: Bomb\nmetadata: {name: a}\nl0: &l0 [a, a]\n${lines.join("\n")}\n`;
  expect(() => compare(`a: ${"[".repeat(5000)}\n`, "")).toThrow(/exceeded max depth of 1000/);
  expect(() => compare(bomb, "")).toThrow(/document contains excessive aliasing/);
});

function widget(id: string, key: string): string {
  return `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {id: ${id}, key: ${key}, list: [{id: ${id}}]}\n`;
}

function dataOf(name: string): Record<string, string> {
  return { URL: `http://${name}:80`, NAME: name, KEY: `${name}-key` };
}

function scaler(version: string): string {
  return `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {maxReplicas: 2}\n`;
}

function many(from: string): string[] {
  return Array.from({ length: 1500 }, (_, at) =>
    object(`${from}-${at}`, { data: { ...four, A: `${from}${at}`, B: `${at * 7}` } }),
  );
}
