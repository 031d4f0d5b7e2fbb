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

test("a StatefulSet's pod has its claims as volumes, and a name of its own", () => {
  const { spec } = template;
  const volumes = [
    { name: "data", emptyDir: {} },
    { name: "run", emptyDir: {} },
  ];
  const set = {
    serviceName: "db",
    ordinals: { start: 3 },
    template: { metadata: { name: "x", annotations: { a: "b" } }, spec: { ...spec, volumes } },
    volumeClaimTemplates: [{ metadata: { name: "data" }, spec: {} }],
  };
  expect(podOf({ apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "db" }, spec: set })).toEqual({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      annotations: { a: "b" },
      labels: {
        "apps.kubernetes.io/pod-index": "3",
        "controller-revision-hash": "db-4294967295",
        "statefulset.kubernetes.io/pod-name": "db-3",
      },
      name: "db-3",
      namespace: "default",
    },
    spec: {
      ...spec,
      hostname: "db-3",
      subdomain: "db",
      volumes: [
        { name: "data", persistentVolumeClaim: { claimName: "data-db-3" } },
        { name: "run", emptyDir: {} },
      ],
    },
  });
});

test("a name is not cut where a name cannot end", () => {
  const long = `${"a".repeat(49)}.b`;
  expect(
    podOf({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: long }, spec: { template } })?.metadata.name,
  ).toBe(`${"a".repeat(49)}-verify`);
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
