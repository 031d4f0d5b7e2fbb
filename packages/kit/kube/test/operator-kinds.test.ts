import { expect, test } from "vitest";
import { isNamespaceOfServer, isOfServer, madeByOperator } from "../src/index.ts";

const namespace = "shop";

test.for([
  ["v1", "Pod", undefined],
  ["monitoring.coreos.com/v1", "ServiceMonitor", undefined],
  ["networking.istio.io/v1", "VirtualService", undefined],
  ["cert-manager.io/v1", "Certificate", { kinds: ["Secret"], namespaces: ["shop"] }],
  ["monitoring.coreos.com/v1", "Prometheus", { kinds: undefined, namespaces: ["shop"] }],
  ["example.com/v1", "Widget", { kinds: undefined, namespaces: ["shop"] }],
  ["argoproj.io/v1alpha1", "Application", { kinds: undefined, namespaces: undefined }],
] as const)("of %s %s may be made %j", ([apiVersion, kind, made]) => {
  expect(madeByOperator({ apiVersion, kind, namespace, raw: {} })).toEqual(made);
});

test("what is in no namespace may make things in any", () => {
  const widget = { apiVersion: "example.com/v1", kind: "Widget", namespace: undefined, raw: {} };
  expect(madeByOperator(widget)).toEqual({ kinds: undefined, namespaces: undefined });
});

test("a delivery says where it goes", () => {
  const application = { spec: { destination: { namespace: "db" } } };
  expect(
    madeByOperator({ apiVersion: "argoproj.io/v1alpha1", kind: "Application", namespace, raw: application }),
  ).toEqual({
    kinds: undefined,
    namespaces: ["db"],
  });
});

test.for([
  ["ConfigMap", "shop", "kube-root-ca.crt", true],
  ["ConfigMap", "kube-system", "extension-apiserver-authentication", true],
  ["ConfigMap", "shop", "extension-apiserver-authentication", false],
  ["Service", "default", "kubernetes", true],
  ["ServiceAccount", "shop", "default", true],
  ["Role", "kube-system", "constructor", false],
  ["constructor", "shop", "a", false],
] as const)("whether every server has the %s %s/%s: %s", ([kind, place, name, has]) => {
  expect(isOfServer(kind, place, name)).toBe(has);
});

test("the namespaces that are the cluster's own", () => {
  expect(["kube-system", "kube-public", "default", "shop"].map(isNamespaceOfServer)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
