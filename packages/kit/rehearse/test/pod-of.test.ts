import { expect, test } from "vitest";
import { podOf } from "../src/pod-of.ts";

const metadata = { name: "web", namespace: "todo" };
const template = { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "web", image: "web" }] } };

test("a Deployment's pod is its template's", () => {
  expect(podOf({ apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { replicas: 2, template } })).toEqual({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { labels: { app: "web" }, name: "web-verify", namespace: "todo" },
    spec: { containers: [{ name: "web", image: "web" }] },
  });
});

test("a CronJob's pod is deeper, and is not restarted for ever", () => {
  const spec = { schedule: "0 0 * * *", jobTemplate: { spec: { template } } };
  expect(podOf({ apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "web" }, spec })).toEqual({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { labels: { app: "web" }, name: "web-verify", namespace: "default" },
    spec: { restartPolicy: "Never", containers: [{ name: "web", image: "web" }] },
  });
});

test.for(["Service", "Pod", "ConfigMap"])("a %s has none", (kind) => {
  expect(podOf({ apiVersion: "v1", kind, metadata, spec: kind === "Pod" ? template.spec : {} })).toBeUndefined();
});

test("a template of something else makes no Pod", () => {
  const spec = { generators: [], template: { metadata: { name: "a" }, spec: { project: "a", source: {} } } };
  expect(
    podOf({ apiVersion: "argoproj.io/v1alpha1", kind: "ApplicationSet", metadata: { name: "a" }, spec }),
  ).toBeUndefined();
});
