// Needs the control plane's programs: `pnpm test:cluster`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  definitionGroups,
  definitionVersions,
  installDefinitions,
  prepareDefinitions,
  preparePrograms,
  startControlPlane,
  type ControlPlane,
  type Definition,
} from "@kit/control-plane";
import { checkStructure, findKind, groupOf, isBuiltInGroup, kubernetesMinor, kubernetesMinors } from "@kit/schema";
import { formatTable, makeMinor, makeTables, type Table } from "@kit/schema/make";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bases, cases, edited } from "./cases.ts";

const options = { env: process.env, onProgress: console.error };

let cluster: ControlPlane;
let definitions: readonly Definition[];
beforeAll(async () => {
  await preparePrograms(options);
  definitions = await prepareDefinitions(definitionGroups, options);
  cluster = await startControlPlane(options);
  await installDefinitions(cluster, definitions);
});
afterAll(() => cluster[Symbol.asyncDispose]());

function committed(name: string): string {
  return readFileSync(join(import.meta.dirname, "../data", name), "utf8");
}

test("the committed tables are what the API server says", { timeout: 600_000 }, async () => {
  const { kubernetes, customResources } = await makeTables({
    request: cluster.request,
    kubernetesVersion: cluster.versions["kube-apiserver"]!,
    customSources: definitionVersions,
    customKinds: definitions.map(({ spec }) => ({ group: spec.group, kind: spec.names.kind })),
  });
  expect(formatTable(kubernetes) === committed("kubernetes.json")).toBe(true);
  expect(formatTable(customResources) === committed("custom-resources.json")).toBe(true);
});

test("a table that is made of the same server has no difference", async () => {
  const table = JSON.parse(committed("kubernetes.json")) as Table;
  const { request, versions } = cluster;
  const made = await makeMinor(table, { request, kubernetesVersion: versions["kube-apiserver"]! });
  // The groups of the definitions that are installed are no kinds of the server's own.
  expect({ ...made, groups: undefined, kinds: ownKinds(made.kinds), nodes: [] }).toEqual({
    kubernetes: versions["kube-apiserver"],
    groups: undefined,
    kinds: {},
    nodes: [],
  });
});

// Each is built for minutes: with LONG=1 all of them, else none.
const asked = process.env["LONG"] === "1" ? kubernetesMinors.filter((minor) => minor !== kubernetesMinor) : [];

test("the committed differences are what the API servers of other versions say", { timeout: 3_600_000 }, async () => {
  const table = JSON.parse(committed("kubernetes.json")) as Table;
  const { minors } = JSON.parse(committed("minors.json")) as { minors: Record<string, unknown> };
  for (const minor of asked) {
    await using other = await startControlPlane({ ...options, minor });
    const kubernetesVersion = other.versions["kube-apiserver"]!;
    expect(await makeMinor(table, { request: other.request, kubernetesVersion })).toEqual(minors[minor]);
  }
});

function ownKinds(kinds: Awaited<ReturnType<typeof makeMinor>>["kinds"]): typeof kinds {
  return Object.fromEntries(Object.entries(kinds).filter(([apiVersion]) => isBuiltInGroup(groupOf(apiVersion))));
}

type Data = Record<string, unknown>;

/** The server's words against applying an object, or undefined where it takes it. */
async function refusalOf(data: Data): Promise<string | undefined> {
  const { apiVersion, kind, metadata } = data as { apiVersion: string; kind: string; metadata: { name: string } };
  const prefix = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  type Resources = { readonly resources: readonly { name: string; kind: string; namespaced: boolean }[] };
  const { body: served } = await cluster.request<Resources>("GET", prefix);
  const { name, namespaced } = served.resources.find((one) => one.kind === kind && !one.name.includes("/"))!;
  const place = `${prefix}${namespaced ? "/namespaces/default" : ""}/${name}/${metadata.name}`;
  const query = "?fieldManager=test&force=true&fieldValidation=Strict&dryRun=All";
  const apply = "application/apply-patch+yaml";
  const { status, body } = await cluster.request<{ message: string }>("PATCH", place + query, data, apply);
  return status < 300 ? undefined : body.message;
}

function problemsOf(data: Data): string[] {
  const schema = findKind(data["apiVersion"] as string, data["kind"] as string)!;
  return checkStructure(schema, data).problems.map(
    ({ code, path, message }) => `${code} ${path.join(".")}: ${message}`,
  );
}

test.for(Object.entries(bases))("%s is taken as it is", async ([, data]) => {
  expect([await refusalOf(data), problemsOf(data)]).toEqual([undefined, []]);
});

test("an edit has a problem exactly where the API server refuses it", async () => {
  const judged = await Promise.all(
    cases.map(async (one) => {
      const data = edited(one);
      const [refusal, problems] = [await refusalOf(data), problemsOf(data)];
      const agree = (refusal !== undefined) === problems.length > 0;
      const edit = `${one.base} ${one.path} = ${JSON.stringify(one.value)?.slice(0, 60)}`;
      return {
        agree,
        refused: refusal !== undefined,
        text: `${edit}\n  server: ${refusal}\n  here: ${problems.join("; ")}`,
      };
    }),
  );
  expect(judged.filter(({ agree }) => !agree).map(({ text }) => text)).toEqual([]);
  // Neither side can win by saying the same of everything.
  expect(judged.filter(({ refused }) => refused).length).toBeGreaterThan(150);
  expect(judged.filter(({ refused }) => !refused).length).toBeGreaterThan(100);
});
