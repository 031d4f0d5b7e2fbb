import { expect, test } from "vitest";
import { planVendored, readLock, readVendored, valuesText, vendorDifference } from "../src/index.ts";

const line = { file: "install.yaml", version: "1", digest: "sha256:1" };

test("lists are opened, objects get their namespace, hooks run in each sync where that is asked for", () => {
  const job = '{apiVersion: batch/v1, kind: Job, metadata: {name: a, annotations: {"helm.sh/hook": pre-install}}}';
  const text = `{apiVersion: v1, kind: List, items: [${job}, {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}]}`;
  const { file: _file, ...rest } = line;
  const entry = { ...rest, chart: "a", hooks: "sync", namespace: "own", createNamespace: false } as const;
  const { objects, notes } = planVendored("tool", entry, "sha256:1", text);
  expect(notes).toEqual(["Job/a (pre-install): runs in each sync"]);
  expect(readVendored(objects).map(({ kind, metadata }) => ({ kind, metadata }))).toEqual([
    {
      kind: "Job",
      metadata: {
        name: "a",
        namespace: "own",
        annotations: {
          "argocd.argoproj.io/hook": "PreSync",
          "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
          "kustomize.toolkit.fluxcd.io/force": "enabled",
        },
      },
    },
    { kind: "ConfigMap", metadata: { name: "b", namespace: "own" } },
  ]);
});

test.each([
  ["there is no object at all", ""],
  ["a document is not an object", "- 1\n"],
  ["an object lacks apiVersion, kind or metadata.name", "kind: A\n"],
  [
    "ConfigMap/b is there twice",
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n",
  ],
])("refused: %s", (what, text) => {
  expect(() => planVendored("tool", line, "sha256:1", text)).toThrow(what);
});

test("a line and files that fit together differ in nothing; an edited value does", () => {
  const { objects, lock } = planVendored(
    "tool",
    line,
    "sha256:1",
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}",
  );
  const files = { system: "shop", name: "tool", objects, lock };
  expect(readLock(lock)).toMatchObject({ digest: "sha256:1", source: "install.yaml 1" });
  expect(vendorDifference({ ...line, environments: ["dev"] }, files)).toEqual([]);
  expect(vendorDifference({ ...line, omit: ["Secret/a"] }, files).map(({ code }) => code)).toEqual(["vendor-differs"]);
});

test("the types of a chart's values, also of a schema that names itself", () => {
  const node = {
    type: "object",
    properties: { next: { $ref: "#/$defs/node" }, size: { type: ["integer", "string"] } },
  };
  expect(
    valuesText({
      type: "object",
      additionalProperties: false,
      properties: { a: { $ref: "#/$defs/node" } },
      $defs: { node },
    }),
  ).toBe(`// Made by \`vendor\` of the chart's values.schema.json: an edit here is lost.
export type Values = {
  readonly "a"?: {
    readonly "next"?: unknown;
    readonly "size"?: number | string;
    readonly [key: string]: unknown;
  };
};
`);
});
