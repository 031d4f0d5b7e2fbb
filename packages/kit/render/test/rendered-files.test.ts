import { expect, test } from "vitest";
import { joinDocuments, renderedFiles, splitDocuments } from "../src/index.ts";

const output = `apiVersion: v1
kind: Namespace
metadata:
  name: todo
---
apiVersion: v1
data:
  script: |
    ---
    a: b
    ---
kind: ConfigMap
metadata:
  name: config
  namespace: todo
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: todo
---
apiVersion: example.com/v1
kind: Thing
metadata:
  name: web
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: web
`;

test("each document has a file, whose name sorts it where kustomize applies it", () => {
  expect(renderedFiles({ id: "stall/dev", namespace: "todo" }, splitDocuments(output)).map(([path]) => path)).toEqual([
    "rendered/stall/dev/00-namespace-todo.yaml",
    "rendered/stall/dev/10-configmap-config.yaml",
    "rendered/stall/dev/18-deployment-web.yaml",
    "rendered/stall/dev/50-thing.example.com_web.yaml",
    "rendered/stall/dev/99-validatingwebhookconfiguration-web.yaml",
  ]);
});

test("documents are kustomize's own bytes", () => {
  expect(joinDocuments(splitDocuments(output))).toBe(output);
});

test("nothing is not a document", () => {
  expect(splitDocuments("")).toEqual([]);
});
