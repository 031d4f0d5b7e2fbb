import { afterEach, expect, test } from "vitest";
import {
  checkStructure,
  findKind,
  knownKinds,
  servedVersions,
  useRepositoryKinds,
  type OpenApiSchema,
} from "../src/index.ts";

afterEach(() => useRepositoryKinds(undefined));

function define(group: string, kind: string, spec: OpenApiSchema): void {
  const one = { apiVersion: `${group}/v9`, kind, namespaced: false };
  const schema = { type: "object", properties: { spec } };
  useRepositoryKinds({ kinds: [one], read: () => ({ ...one, schema, ownStatus: false }) });
}

test("a kind of the repository's own is found, with its metadata as any custom resource's", () => {
  define("example.com", "Backup", { type: "object", required: ["size"], properties: { size: { type: "integer" } } });
  const kind = findKind("example.com/v9", "Backup")!;
  const backup = {
    apiVersion: "example.com/v9",
    kind: "Backup",
    metadata: { name: "a", lables: {} },
    spec: { sise: 1 },
  };
  expect(checkStructure(kind, backup).problems.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    'metadata.lables: there is no field "lables"',
    'spec.sise: there is no field "sise"',
    "spec.size: size is missing",
  ]);
  expect(findKind("example.com/v1", "Backup")).toBeUndefined();
  expect(knownKinds().filter(({ apiVersion }) => apiVersion === "example.com/v9")).toHaveLength(1);
});

test("where it differs from a pinned one, the repository's holds, in all versions", () => {
  expect(servedVersions("argoproj.io", "Application")).toEqual(["argoproj.io/v1alpha1"]);
  define("argoproj.io", "Application", { type: "object" });
  expect(servedVersions("argoproj.io", "Application")).toEqual(["argoproj.io/v9"]);
  expect(findKind("argoproj.io/v1alpha1", "Application")).toBeUndefined();
  expect(findKind("argoproj.io/v1alpha1", "AppProject")?.kind).toBe("AppProject");
});

test("what the table has no words for is left out, and refuses nothing", () => {
  define("example.com", "Backup", {
    type: "object",
    not: {},
    anyOf: [{ required: ["a"] }, { required: ["b"] }],
    properties: {
      a: { type: "string", pattern: "(?i)^x$" },
      b: { anyOf: [{ type: "integer" }, { type: "string" }], "x-kubernetes-int-or-string": true },
    },
  } as OpenApiSchema);
  const kind = findKind("example.com/v9", "Backup")!;
  const fits = { apiVersion: "example.com/v9", kind: "Backup", metadata: { name: "a" }, spec: { a: "X", b: "50%" } };
  expect(checkStructure(kind, fits).problems).toEqual([]);
  const wrong = { ...fits, spec: { a: 1, b: true } };
  expect(checkStructure(kind, wrong).problems.map(({ path }) => path.join("."))).toEqual(["spec.a", "spec.b"]);
});
