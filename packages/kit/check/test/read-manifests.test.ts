import { expect, test } from "vitest";
import { readManifests } from "../src/read-manifests.ts";

function read(text: string): unknown {
  const { objects, problems } = readManifests(text, "file.yaml");
  return {
    objects: objects.map(({ document, data }) => [document, data]),
    problems: problems.map(({ check, document, message, mend }) => [check, document, message, mend]),
  };
}

const map = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "one" } };

test("nothing has no objects, and is not wrong", () => {
  for (const text of ["", "\n", "---\n", "# a comment\n---\n---\n# another\n", "null\n"]) {
    expect(read(text)).toEqual({ objects: [], problems: [] });
  }
});

test("documents are numbered without the empty ones", () => {
  const one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n";
  expect(read(`# head\n---\n${one}---\n\n--- # next\n${one}`)).toEqual({
    objects: [
      [0, map],
      [1, map],
    ],
    problems: [],
  });
});

test("JSON is YAML, line breaks of Windows are line breaks", () => {
  expect(read(JSON.stringify(map, null, 2).replaceAll("\n", "\r\n"))).toEqual({ objects: [[0, map]], problems: [] });
});

test("lists are opened, also lists of one kind and lists in lists", () => {
  const list = {
    apiVersion: "v1",
    kind: "List",
    items: [map, { apiVersion: "v1", kind: "ConfigMapList", items: [map] }],
  };
  expect(read(JSON.stringify(list))).toEqual({
    objects: [
      [0, map],
      [0, map],
    ],
    problems: [],
  });
});

test("words are read as YAML 1.1, as the API server's clients do", () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\ndata: {a: yes, b: "yes", c: 010}\n';
  expect(read(text)).toEqual({
    objects: [[0, { apiVersion: "v1", kind: "ConfigMap", data: { a: true, b: "yes", c: 8 } }]],
    problems: [],
  });
});

test("what is broken is said with its line in the file, and the rest is read", () => {
  const one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n";
  expect(read(`${one}---\napiVersion: v1\nkind: [\n---\n- 1\n---\njust text\n---\nname: one\n---\n${one}`)).toEqual({
    objects: [
      [0, map],
      [5, map],
    ],
    problems: [
      ["manifest-syntax", 1, expect.stringMatching(/^not YAML at line 7, column \d+: /), "mend the YAML there"],
      [
        "manifest-syntax",
        2,
        "the document is no Kubernetes object: it is a list",
        "write apiVersion and kind, or take the document out",
      ],
      [
        "manifest-syntax",
        3,
        "the document is no Kubernetes object: it is a string",
        "write apiVersion and kind, or take the document out",
      ],
      [
        "manifest-syntax",
        4,
        "the document is no Kubernetes object: it has no apiVersion and kind as strings",
        "write apiVersion and kind, or take the document out",
      ],
    ],
  });
});

test("a key twice is broken", () => {
  expect(read("apiVersion: v1\nkind: ConfigMap\ndata: {a: one, a: two}\n")).toMatchObject({
    objects: [],
    problems: [["manifest-syntax", 0, expect.stringContaining("at line 3"), "mend the YAML there"]],
  });
});
