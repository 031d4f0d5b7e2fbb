// Needs the control plane's programs: `pnpm test:cluster`.
import { setTimeout } from "node:timers/promises";
import { preparePrograms, startControlPlane, type ControlPlane } from "@kit/control-plane";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asDefinition, goneVersions, refusedByNewer, servedKind } from "../src/index.ts";

const options = { env: process.env, onProgress: console.error };
let cluster: ControlPlane;
beforeAll(async () => {
  await preparePrograms(options);
  cluster = await startControlPlane(options);
});
afterAll(() => cluster[Symbol.asyncDispose]());

interface Case {
  readonly kind: string;
  readonly before: object;
  readonly after: object;
  readonly spec: object;
  readonly isRefused: boolean;
}

const mode = { type: "string", enum: ["Full", "Changed"] };
const cases: readonly Case[] = [
  {
    kind: "Narrowed",
    before: { mode },
    after: { mode: { ...mode, enum: ["Full"] } },
    spec: { mode: "Changed" },
    isRefused: true,
  },
  {
    kind: "Untouched",
    before: { mode },
    after: { mode: { ...mode, enum: ["Full"] } },
    spec: { mode: "Full" },
    isRefused: false,
  },
  {
    kind: "Retyped",
    before: { a: { type: "string" } },
    after: { a: { type: "integer" } },
    spec: { a: "1" },
    isRefused: true,
  },
  {
    kind: "Bounded",
    before: { a: { type: "integer" } },
    after: { a: { type: "integer", maximum: 2 } },
    spec: { a: 3 },
    isRefused: true,
  },
  {
    kind: "Patterned",
    before: { a: { type: "string" } },
    after: { a: { type: "string", pattern: "^b$" } },
    spec: { a: "a" },
    isRefused: true,
  },
  {
    kind: "Gone",
    before: { a: { type: "string" } },
    after: { b: { type: "string" } },
    spec: { a: "a" },
    isRefused: true,
  },
  {
    kind: "Widened",
    before: { mode },
    after: { mode: { ...mode, enum: ["Full", "Changed", "None"] } },
    spec: { mode: "Full" },
    isRefused: false,
  },
];

function definition(kind: string, properties: object, more: object = {}): Readonly<Record<string, unknown>> {
  const plural = `${kind.toLowerCase()}s`;
  const schema = { openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties, ...more } } } };
  const versions = [{ name: "v1", served: true, storage: true, schema }];
  const spec = {
    group: "example.com",
    scope: "Namespaced",
    names: { kind, plural, singular: kind.toLowerCase() },
    versions,
  };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.example.com` },
    spec,
  };
}

async function apply(path: string, data: object, query = "") {
  const at = `${path}?fieldManager=test&force=true&fieldValidation=Strict${query}`;
  return cluster.request<{ message?: string }>("PATCH", at, JSON.stringify(data), "application/apply-patch+yaml");
}

const definitionPath = (kind: string): string =>
  `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${kind.toLowerCase()}s.example.com`;
const objectPath = (kind: string, name: string): string =>
  `/apis/example.com/v1/namespaces/default/${kind.toLowerCase()}s/${name}`;

test("what the schemas say of an object, the API server says of a new one", async () => {
  for (const { kind, before } of cases) await apply(definitionPath(kind), definition(kind, before));
  await setTimeout(3_000);
  for (const { kind, spec } of cases) {
    const object = { apiVersion: "example.com/v1", kind, metadata: { name: "old" }, spec };
    expect({ kind, ...(await apply(objectPath(kind, "old"), object)) }).toMatchObject({ status: 201 });
  }
  for (const { kind, after } of cases) await apply(definitionPath(kind), definition(kind, after));
  await setTimeout(3_000);
  for (const { kind, before, after, spec, isRefused } of cases) {
    const object = { apiVersion: "example.com/v1", kind, metadata: { name: "new" }, spec };
    const { status } = await apply(objectPath(kind, "new"), object, "&dryRun=All");
    const old = await apply(objectPath(kind, "old"), { ...object, metadata: { name: "old" } }, "&dryRun=All");
    const [own, newer] = [before, after].map((one) => asDefinition(definition(kind, one))!);
    const said = refusedByNewer(newer!, servedKind(own!, "v1"), object);
    // What does not fit may stay as it is, but for another type and a field that is not there.
    const isStrict = kind === "Retyped" || kind === "Gone";
    expect({ kind, new: status >= 300, old: old.status >= 300, isSaid: said.length > 0 }).toEqual({
      kind,
      new: isRefused,
      old: isStrict,
      isSaid: isRefused,
    });
  }
});

test("a version in which objects were stored cannot be taken out", async () => {
  const before = definition("Stored", {});
  await apply(definitionPath("Stored"), before);
  const spec = before["spec"] as { readonly versions: readonly object[] };
  const after = { ...before, spec: { ...spec, versions: spec.versions.map((one) => ({ ...one, name: "v2" })) } };
  const { status, body } = await apply(definitionPath("Stored"), after);
  expect({ status, message: body.message }).toEqual({
    status: 422,
    message: expect.stringContaining('status.storedVersions[0]: Invalid value: "v1"') as string,
  });
  expect(goneVersions(asDefinition(before)!, asDefinition(after)!)).toEqual(["v1"]);
});
