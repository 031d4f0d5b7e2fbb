import { expect, test } from "vitest";
import { fileNames } from "../src/index.ts";

test("are the kind and the name", () => {
  const objects = [
    { apiVersion: "v1", kind: "ConfigMap", name: "backend-config" },
    { apiVersion: "apps/v1", kind: "Deployment", name: "backend" },
  ];
  expect(fileNames(objects)).toEqual(["configmap-backend-config", "deployment-backend"]);
});

test("have the group, then the namespace, where they would be the same", () => {
  const objects = [
    { apiVersion: "networking.k8s.io/v1", kind: "Ingress", name: "web" },
    { apiVersion: "extensions/v1beta1", kind: "Ingress", name: "web" },
    { apiVersion: "v1", kind: "ConfigMap", name: "config", namespace: "a" },
    { apiVersion: "v1", kind: "ConfigMap", name: "config", namespace: "b" },
    { apiVersion: "v1", kind: "ConfigMap", name: "config" },
    { apiVersion: "v1", kind: "ConfigMap", name: "other", namespace: "a" },
  ];
  expect(fileNames(objects)).toEqual([
    "ingress.networking.k8s.io-web",
    "ingress.extensions-web",
    "configmap.core-a-config",
    "configmap.core-b-config",
    "configmap.core-default-config",
    "configmap-other",
  ]);
});

test("are safe on every file system", () => {
  const objects = [
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", name: "system:Node" },
    { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole", name: "a/../b" },
  ];
  expect(fileNames(objects)).toEqual(["clusterrole-system_node", "clusterrole-a_.._b"]);
});
