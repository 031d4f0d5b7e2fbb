// Needs the control plane's programs: `pnpm test:cluster`.
import { preparePrograms, startControlPlane, type ControlPlane } from "@kit/control-plane";
import { load } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { immutableCases } from "./immutable-cases.ts";

const options = { env: process.env, onProgress: console.error };

let cluster: ControlPlane;
beforeAll(async () => {
  await preparePrograms(options);
  cluster = await startControlPlane(options);
});
afterAll(() => cluster[Symbol.asyncDispose]());

interface Data {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const cases = immutableCases.filter(({ ofRunning }) => ofRunning !== true);

// What the table says, the API server does.
test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, { before, after, refused }) => {
  const created = await apply(before, "");
  expect(created.status < 300 || created.body.message).toBe(true);
  const { status, body } = await apply(after, "&dryRun=All");
  const isImmutable = /immutable|[Ff]orbidden|may not|cannot|must|in tandem/.test(body.message ?? "");
  expect(status < 300 ? "taken" : isImmutable ? "refused" : body.message).toBe(refused ? "refused" : "taken");
});

async function apply(text: string, query: string) {
  const { apiVersion, kind, metadata } = load(text) as Data;
  const prefix = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  type Resources = { readonly resources: readonly { name: string; kind: string; namespaced: boolean }[] };
  const { body: served } = await cluster.request<Resources>("GET", prefix);
  const { name, namespaced } = served.resources.find((one) => one.kind === kind && !one.name.includes("/"))!;
  const place = `${prefix}${namespaced ? "/namespaces/default" : ""}/${name}/${metadata.name}`;
  const manager = "?fieldManager=test&force=true&fieldValidation=Strict";
  return cluster.request<{ message?: string }>(
    "PATCH",
    `${place}${manager}${query}`,
    text,
    "application/apply-patch+yaml",
  );
}
