import { expect, test } from "vitest";
import { check } from "../src/check.ts";
import { apiValidity } from "../src/checks/api-validity/index.ts";
import { noEnvironment } from "../src/no-environment.ts";
import { readManifests } from "../src/read-manifests.ts";
import { locate } from "../src/report/locate.ts";

function read(text: string) {
  const { objects, problems } = readManifests(text, "file.yaml");
  return {
    objects: objects.map(({ document, data }) => [document, data]),
    problems: problems.map(({ check, document, message, fix }) => [check, document, message, fix]),
  };
}

/** The place of each thing that is wrong: `ConfigMap default/one 3:1`. */
const located = (text: string): (string | undefined)[] => {
  const { objects, problems } = readManifests(text, "file.yaml");
  const found = check([{ ...noEnvironment, objects }], { today: "2026-01-31", checks: apiValidity });
  return locate([...problems, ...found], () => text).map(
    ({ object: of, position }) => `${of} ${position?.line}:${position?.column}`,
  );
};

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
      [
        "manifest-syntax",
        1,
        "not YAML at line 7, column 1: did not find expected node content",
        "correct the YAML there",
      ],
      [
        "manifest-syntax",
        2,
        "the document is not a Kubernetes object: it is a list",
        "write apiVersion and kind, or take the document out",
      ],
      [
        "manifest-syntax",
        3,
        "the document is not a Kubernetes object: it is a string",
        "write apiVersion and kind, or take the document out",
      ],
      [
        "manifest-syntax",
        4,
        "the document is not a Kubernetes object: it has no apiVersion and kind as strings",
        "write apiVersion and kind, or take the document out",
      ],
    ],
  });
});

test("what a template engine has still to fill in is to be rendered first", () => {
  const head = "apiVersion: v1\nkind: ConfigMap\n";
  const templates = [
    "metadata: {name: {{ .Release.Name }}}\n",
    'metadata:\n  name: {{ include "a.name" . }}\n',
    "{{- if .Values.on }}\nmetadata: {name: one}\n{{- end }}\n",
    "metadata:\n  name: one\n  {{- with .Values.labels }}\n  labels: {{- toYaml . | nindent 4 }}\n  {{- end }}\n",
  ];
  for (const text of templates) {
    expect(read(`${head}${text}`).problems.map(([, , , fix]) => fix)).toEqual([
      "render it first, as `helm template` does for a chart: this is a template, and no manifest yet",
    ]);
  }
  const alert = `${head}data:\n  alert: |\n    {{ $value }}\n  more: [\n`;
  expect(read(alert).problems.map(([, , , fix]) => fix)).toEqual(["correct the YAML there"]);
  expect(read(alert.replace("[", "{}")).problems).toEqual([]);
});

test("problems and objects have their places in the file", () => {
  const list = { apiVersion: "v1", kind: "List", items: [map, { ...map, metadata: { name: "two" }, dta: {} }] };
  expect(located(JSON.stringify(list, null, 1))).toEqual(["ConfigMap default/two 18:4"]);
  const items =
    "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: one}\n- metadata: {name: two}\n  dta: {}\n";
  expect(located(items)).toEqual(["ConfigMap default/two 6:3"]);
  expect(located("apiVersion: v1\nkind: List\nitems:\n- kind: [\n")).toEqual(["file.yaml 5:1"]);
  expect(located("apiVersion: v1\nkind: List\nitems:\n- 1\n- 2\n")).toEqual(["file.yaml 4:3", "file.yaml 5:3"]);
  const stream = `${JSON.stringify(map)}\n${JSON.stringify({ ...map, dta: {} }, null, 1)}\n{"apiVersion": "v1"\n"kind": 1}\n`;
  expect(located(stream)).toEqual(["file.yaml 11:1", "ConfigMap default/one 8:2"]);
  expect(located("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: one\n  a: two\n")).toEqual(["file.yaml 5:3"]);
});

test("a key twice is broken", () => {
  expect(read("apiVersion: v1\nkind: ConfigMap\ndata: {a: one, a: two}\n")).toMatchObject({
    objects: [],
    problems: [
      [
        "manifest-syntax",
        0,
        'the key "a" is there twice, at line 3, column 16 again: kubectl takes the last one and says nothing, kustomize refuses it',
        "take one of them out",
      ],
    ],
  });
});

test("flow collections are closed anywhere, and a comment needs no space behind a quote", () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {\n\tname: one\n}\ndata: {k: "v"}# c\nlist: [\n"a"\n]\n';
  expect(read(text)).toEqual({ objects: [[0, { ...map, data: { k: "v" }, list: ["a"] }]], problems: [] });
});

test("JSON values follow each other", () => {
  const one = JSON.stringify(map);
  expect(read(`${one}\n${one}\n`)).toEqual({
    objects: [
      [0, map],
      [1, map],
    ],
    problems: [],
  });
});

test("an item that does not say its kind is what its list is of", () => {
  const text = "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: one}\n";
  expect(read(text)).toEqual({ objects: [[0, map]], problems: [] });
  expect(read(text.replace("ConfigMapList", "List")).problems).toHaveLength(1);
});

test("numbers are read as Go does, and long ones stay texts", () => {
  const text = "apiVersion: v1\nkind: ConfigMap\ndata: {a: 0x1234567890abcdef1234567890abcdef, b: 12e4567, c: 0o17}\n";
  expect(read(text)).toEqual({
    objects: [
      [
        0,
        { apiVersion: "v1", kind: "ConfigMap", data: { a: "0x1234567890abcdef1234567890abcdef", b: "12e4567", c: 15 } },
      ],
    ],
    problems: [],
  });
});

test("a tab is not indentation, and bytes that are not UTF-8 are replaced", () => {
  expect(read("apiVersion: v1\nkind: ConfigMap\n\t\ndata: {}\n").problems).toEqual([
    [
      "manifest-syntax",
      0,
      "not YAML at line 3, column 1: found a tab character that violates indentation",
      "correct the YAML there",
    ],
  ]);
  const file = Uint8Array.from([
    ...new TextEncoder().encode("# caf"),
    0xe9,
    10,
    ...new TextEncoder().encode(JSON.stringify(map)),
  ]);
  expect(readManifests(file, "file.yaml")).toMatchObject({ objects: [{ data: map }], problems: [] });
});

test("aliases in aliases are refused soon", () => {
  const lines = Array.from(
    { length: 9 },
    (_, at) =>
      `x${at}: &x${at} [${Array(10)
        .fill(at === 0 ? "a" : `*x${at - 1}`)
        .join()}]`,
  );
  expect(read(`apiVersion: v1\nkind: ConfigMap\n${lines.join("\n")}\n`)).toEqual({
    objects: [],
    problems: [
      [
        "manifest-syntax",
        0,
        "not YAML at line 3, column 24: document contains excessive aliasing",
        "correct the YAML there",
      ],
    ],
  });
});
