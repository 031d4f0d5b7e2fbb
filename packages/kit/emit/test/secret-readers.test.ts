import type { JsonObject } from "@kit/kube";
import { expect, test } from "vitest";
import { secretReaders } from "../src/secret-readers.ts";

const services = new Map([
  ["packages/shop/cart", "cart"],
  ["packages/shop/web", "web"],
]);

const variable = { name: "A", valueFrom: { secretKeyRef: { name: "app", key: "A" } } };
const withVariable = { containers: [{ name: "main", env: [variable, variable] }] };

const inTemplate = (spec: JsonObject): JsonObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  spec: { template: { spec } },
});

test.for<[string, JsonObject, [string, string | undefined][]]>([
  ["a variable, once", inTemplate(withVariable), [["app", "A"]]],
  [
    "of a CronJob",
    { apiVersion: "batch/v1", kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec: withVariable } } } } },
    [["app", "A"]],
  ],
  ["of a Pod", { apiVersion: "v1", kind: "Pod", spec: withVariable }, [["app", "A"]]],
  [
    "of several templates",
    { apiVersion: "ray.io/v1", kind: "RayCluster", spec: { workers: [{ template: { spec: withVariable } }] } },
    [["app", "A"]],
  ],
  ["of init containers", inTemplate({ initContainers: withVariable.containers, containers: [] }), [["app", "A"]]],
  ["all keys", inTemplate({ containers: [{ envFrom: [{ secretRef: { name: "app" } }] }] }), [["app", undefined]]],
  [
    "volumes",
    inTemplate({
      containers: [],
      volumes: [
        { name: "all", secret: { secretName: "app" } },
        { name: "some", secret: { secretName: "app", items: [{ key: "A", path: "a" }] } },
        { name: "several", projected: { sources: [{ secret: { name: "tls", items: [{ key: "B", path: "b" }] } }] } },
      ],
    }),
    [
      ["app", undefined],
      ["app", "A"],
      ["tls", "B"],
    ],
  ],
  ["not what the kubelet signs in with", inTemplate({ containers: [], imagePullSecrets: [{ name: "registry" }] }), []],
  [
    "not what is no pod's",
    { apiVersion: "a.io/v1", kind: "Store", spec: { provider: { auth: { secretRef: { name: "app" } } } } },
    [],
  ],
  ["not a ConfigMap", inTemplate({ containers: [{ envFrom: [{ configMapRef: { name: "app" } }] }] }), []],
])("reads %s", ([, data, expected]) => {
  const found = secretReaders([{ where: "packages/shop/cart", data }], services);
  expect(found).toEqual(expected.map(([secret, key]) => ({ service: "cart", secret, key })));
});

test("leaves out what is no service's", () => {
  const data = inTemplate(withVariable);
  expect(secretReaders([{ where: "packages/shop/environments", data }], services)).toEqual([]);
  expect(
    secretReaders(
      ["packages/shop/web", "packages/shop/cart"].map((where) => ({ where, data })),
      services,
    ).map(({ service }) => service),
  ).toEqual(["web", "cart"]);
});
