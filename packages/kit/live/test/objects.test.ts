import { describe, expect, test } from "vitest";
import { isKept } from "@kit/kube";
import { asRendered } from "../src/as-rendered.ts";
import { fieldManagerOf, otherOwners } from "../src/field-manager.ts";
import type { ClusterObject } from "../src/object.ts";
import { ownerOf } from "../src/owner.ts";
import { plainObject } from "../src/plain-object.ts";
import { readRefusal } from "../src/refusal.ts";

const cluster = {
  context: "minikube",
  server: "https://192.0.2.1",
  isTied: false,
  kubectl: () => Promise.reject(new Error("unused")),
};

function configMap(metadata: Partial<ClusterObject["metadata"]> = {}): ClusterObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a", namespace: "shop", ...metadata } };
}

describe("what kubectl says of an object", () => {
  test.each([
    [
      'The Deployment "a" is invalid: spec.selector: Invalid value: {}: field is immutable',
      "server",
      'The Deployment "a" is invalid: spec.selector: Invalid value: {}: field is immutable',
    ],
    [
      'Warning: v1 is old\nError from server (Forbidden): error when creating "STDIN": pods "a" is forbidden: exceeded quota: q',
      "server",
      'pods "a" is forbidden: exceeded quota: q',
    ],
    [
      'Error from server: error when patching "STDIN": admission webhook "w.example.com" denied the request: no',
      "server",
      'admission webhook "w.example.com" denied the request: no',
    ],
    ['Error from server (NotFound): namespaces "shop" not found', "namespace", 'namespaces "shop" not found'],
    [
      'error: resource mapping not found for name: "a" namespace: "" from "STDIN": no matches for kind "A" in version "a/v1"\nensure CRDs are installed first',
      "kind",
      'error: resource mapping not found for name: "a" namespace: "" from "STDIN": no matches for kind "A" in version "a/v1"\nensure CRDs are installed first',
    ],
  ])("is a verdict: %s", (said, by, message) => {
    expect(readRefusal(said, cluster)).toEqual({ by, message });
  });

  test.each([
    'Error from server (Forbidden): configmaps "a" is forbidden: User "me" cannot patch resource "configmaps"',
    "error: You must be logged in to the server (Unauthorized)",
    "Unable to connect to the server: dial tcp 192.0.2.1:443: i/o timeout",
    "Error from server (InternalError): failed calling webhook",
    "Error from server (ServiceUnavailable): the server is currently unable to handle the request",
    "",
  ])("is not one: %s", (said) => {
    expect(() => readRefusal(said, cluster)).toThrow(/^failure\[kubectl-failed\]: kubectl cannot compare/);
  });
});

describe("who deploys an object", () => {
  const id = "argocd.argoproj.io/tracking-id";

  test("says an annotation of Argo CD that speaks of it, or both labels of Flux", () => {
    expect(ownerOf(configMap({ annotations: { [id]: "shop-dev:/ConfigMap:shop/a" } }))).toEqual({
      engine: "Argo CD",
      name: "shop-dev",
    });
    const labels = {
      "kustomize.toolkit.fluxcd.io/name": "shop",
      "kustomize.toolkit.fluxcd.io/namespace": "flux-system",
    };
    expect(ownerOf(configMap({ labels }))).toEqual({ engine: "Flux", name: "flux-system/shop" });
    const role = { ...configMap(), apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole" };
    const annotations = { [id]: "shop-dev:rbac.authorization.k8s.io/ClusterRole:shop/a" };
    expect(ownerOf({ ...role, metadata: { name: "a", annotations } })).toEqual({ engine: "Argo CD", name: "shop-dev" });
  });

  test("says nobody where there is no mark, half of one, or another object's", () => {
    const copies = [
      {},
      { labels: { "kustomize.toolkit.fluxcd.io/name": "shop" } },
      { annotations: { [id]: "shop-dev:/Service:shop/a" } },
      { annotations: { [id]: "shop-dev:/ConfigMap:other/a" } },
    ];
    expect(copies.map((metadata) => ownerOf(configMap(metadata)))).toEqual(copies.map(() => undefined));
  });

  test("may keep it where it is not rendered any more", () => {
    const annotations = [
      { "argocd.argoproj.io/sync-options": "ServerSideApply=true, Prune=false" },
      { "kustomize.toolkit.fluxcd.io/prune": "Disabled" },
      { "argocd.argoproj.io/sync-options": "Prune=true" },
    ];
    expect(annotations.map((one) => isKept({ annotations: one }))).toEqual([true, true, false]);
  });
});

test("fields are those of who applies most, and of nobody else", () => {
  const managedFields = [
    { manager: "kustomize-controller", operation: "Apply", fieldsV1: { "f:data": {} } },
    { manager: "kubectl-edit", operation: "Update", fieldsV1: { "f:data": { "f:A": {} } } },
    { manager: "kube-controller-manager", operation: "Update", subresource: "status", fieldsV1: {} },
    { manager: "kubectl-client-side-apply", operation: "Update", fieldsV1: {} },
  ];
  const live = [
    configMap({ managedFields }),
    configMap({ managedFields: [{ manager: "kubectl", operation: "Apply" }] }),
  ];
  expect(fieldManagerOf([...live, live[0]!])).toBe("kustomize-controller");
  expect(fieldManagerOf([configMap()])).toBe("kubectl");
  expect(otherOwners(live[0]!, "kustomize-controller")).toEqual([
    { manager: "kubectl-edit", fields: { "f:data": { "f:A": {} } } },
  ]);
});

test("an object has neither what the API server keeps, nor the marks of who deploys it", () => {
  const object = {
    ...configMap({
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}", "example.com/own": "1" },
      labels: { "kustomize.toolkit.fluxcd.io/name": "shop" },
      managedFields: [],
    }),
    status: {},
  };
  const more = {
    uid: "1",
    resourceVersion: "2",
    generation: 3,
    creationTimestamp: "2026-11-22T00:00:00Z",
    finalizers: [],
  };
  expect(plainObject({ ...object, metadata: { ...object.metadata, ...more } })).toEqual({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "shop", annotations: { "example.com/own": "1" }, finalizers: [] },
  });
});

test("what is live is compared by the fields of the file where the API server does not judge it", () => {
  const live = {
    spec: {
      replicas: 5,
      paused: false,
      containers: [
        { name: "proxy", image: "proxy" },
        { name: "web", image: "web:1", imagePullPolicy: "Always", args: ["a", "b"] },
      ],
    },
  };
  const rendered = { spec: { replicas: 2, strategy: {}, containers: [{ name: "web", image: "web:2", args: ["a"] }] } };
  expect(asRendered(live, rendered)).toEqual({
    spec: {
      replicas: 5,
      containers: [
        { name: "proxy", image: "proxy" },
        { name: "web", image: "web:1", args: ["a", "b"] },
      ],
    },
  });
});
