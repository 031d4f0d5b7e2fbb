import { expect, test } from "vitest";
import { namespaceDefault } from "../../../src/checks/security/namespace-default.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const map = (metadata: object): object => ({ apiVersion: "v1", kind: "ConfigMap", metadata });

test("another namespace, none, and what is in none", () => {
  const objects = [
    workload(),
    map({ name: "a" }),
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } },
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", metadata: { name: "a", namespace: "default" } },
    map({ name: "kubernetes", namespace: "default" }),
  ];
  expect(judge(namespaceDefault, documents(...objects))).toEqual([]);
});

test("the namespace default, where it is written", () => {
  const objects = documents(map({ name: "a", namespace: "default" }));
  expect(judge(namespaceDefault, objects)).toMatchInlineSnapshot(`
    [
      "warning ConfigMap default/a metadata.namespace: the ConfigMap is in the namespace default, with everything that names none; give the application a namespace of its own",
    ]
  `);
  expect(judge(namespaceDefault, objects, { profile: "development" })).toEqual([]);
});
