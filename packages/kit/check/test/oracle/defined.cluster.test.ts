// Needs the control plane's programs: `pnpm test:cluster`.
import { setTimeout } from "node:timers/promises";
import type { ApiRequest } from "@kit/control-plane";
import { load } from "js-yaml";
import { beforeAll, expect, test } from "vitest";
import { apiVerdict } from "../../src/index.ts";
import { corpusCase } from "../corpus-case.ts";
import { mutate, type JsonObject, type Mutation } from "./mutate.ts";
import { serverOracle } from "./server-verdict.ts";
import { prepareServer, startServer } from "./start-server.ts";

const definition = load(corpusCase("custom-resource-schema", "the valid object")) as JsonObject;

const widget: JsonObject = {
  apiVersion: "example.com/v1",
  kind: "Widget",
  metadata: { name: "a", namespace: "default" },
  spec: {
    size: 2,
    name: "abc",
    mode: "fast",
    replicas: 3,
    labels: { a: "b" },
    port: 80,
    any: { x: [1, { y: null }] },
    items: [{ name: "a", value: "b" }],
  },
};

const changes: Readonly<Record<string, Mutation>> = {
  nothing: { set: {} },
  "a number above the maximum": { set: { "spec.size": 9 } },
  "a number below the minimum": { set: { "spec.size": 0 } },
  "a number as a text": { set: { "spec.size": "2" } },
  "half a number": { set: { "spec.size": 1.5 } },
  "a required field that has a default": { remove: "spec.size" },
  "no spec": { remove: "spec" },
  "a spec of null": { set: { spec: null } },
  "a text against the pattern": { set: { "spec.name": "ABC" } },
  "a text that is too long": { set: { "spec.name": "a".repeat(21) } },
  "a value that is not listed": { set: { "spec.mode": "medium" } },
  "a number beyond its format": { set: { "spec.replicas": 2 ** 31 } },
  "a field that is not known": { set: { "spec.sise": 1 } },
  "a field at the root that is not known": { set: { data: {} } },
  "a map's value of another type": { set: { "spec.labels.a": 1 } },
  "an int or string that is a text": { set: { "spec.port": "http" } },
  "an int or string that is true": { set: { "spec.port": true } },
  "fields that are kept": { set: { "spec.any": { a: { b: 1 } } } },
  "kept fields that are a text": { set: { "spec.any": "text" } },
  "a list entry without its key": { append: { "spec.items": { value: "c" } } },
  "a list entry twice": { append: { "spec.items": { name: "a" } } },
  "another list entry": { append: { "spec.items": { name: "b" } } },
  "a list that is an object": { set: { "spec.items": {} } },
  "a status": { set: { status: { replicas: 1 } } },
  "a version that is not served": { set: { apiVersion: "example.com/v2" } },
  "a label of a bad value": { set: { "metadata.labels": { a: "b c" } } },
  "a name in upper case": { set: { "metadata.name": "A" } },
};

beforeAll(prepareServer);

test("the checks and the server say the same of objects whose definition is among them", async () => {
  await using cluster = await startServer();
  await define(cluster.request);
  const oracle = serverOracle(cluster.request);
  const said = Object.entries(changes).map(async ([name, change]) => {
    const text = JSON.stringify(mutate(widget, change));
    const verdict = await oracle({ text, valid: widget });
    const found = apiVerdict(`${JSON.stringify(definition)}\n---\n${text}`);
    return { name, server: verdict === null ? "taken" : "refused", checks: found.length === 0 ? "taken" : "refused" };
  });
  const all = await Promise.all(said);
  expect(all.map(({ name, checks }) => [name, checks])).toEqual(all.map(({ name, server }) => [name, server]));
  expect(all.filter(({ server }) => server === "taken").length).toBeGreaterThan(5);
});

async function define(request: ApiRequest): Promise<void> {
  const { name } = definition["metadata"] as { name: string };
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}?fieldManager=corpus&force=true`;
  await request("PATCH", path, JSON.stringify(definition), "application/apply-patch+yaml");
  for (let attempt = 0; attempt < 300; attempt++) {
    const { status } = await request("GET", "/apis/example.com/v1/namespaces/default/widgets");
    if (status === 200) return;
    await setTimeout(100);
  }
  throw new Error("the API server does not serve the kind");
}
