import type { JsonObject } from "@kit/kube";
import { expect, test } from "vitest";
import { withNamespace } from "../../src/compute/with-namespace.ts";

const [own, theirs] = [
  { kind: "ServiceAccount", name: "cart" },
  { kind: "ServiceAccount", name: "default", namespace: "monitoring" },
];
const user = { kind: "User", name: "a", apiGroup: "rbac.authorization.k8s.io" };

function of(apiVersion: string, kind: string, content: JsonObject = {}): JsonObject {
  return { apiVersion, kind, metadata: { name: "cart", labels: { a: "b" } }, ...content };
}

test("what has no namespace and is in one gets the environment's, after its name", () => {
  const placed = withNamespace(of("v1", "ConfigMap"), "shop");
  expect(JSON.stringify(placed)).toBe(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cart","namespace":"shop","labels":{"a":"b"}}}',
  );
  expect(withNamespace(of("argoproj.io/v1alpha1", "Rollout"), "shop")["metadata"]).toMatchObject({ namespace: "shop" });
});

test("what has one, and what is in none, stays as it is", () => {
  const elsewhere = of("v1", "ConfigMap", { metadata: { name: "cart", namespace: "monitoring" } });
  expect(withNamespace(elsewhere, "shop")).toBe(elsewhere);
  for (const [apiVersion, kind] of [
    ["v1", "Namespace"],
    ["rbac.authorization.k8s.io/v1", "ClusterRole"],
    ["external-secrets.io/v1", "ClusterSecretStore"],
  ] as const) {
    const object = of(apiVersion, kind);
    expect(withNamespace(object, "shop")).toBe(object);
  }
});

test("of the subjects of bindings, ServiceAccounts without one get it", () => {
  for (const [kind, placed] of [
    ["RoleBinding", { name: "cart", namespace: "shop", labels: { a: "b" } }],
    ["ClusterRoleBinding", { name: "cart", labels: { a: "b" } }],
  ] as const) {
    const binding = of("rbac.authorization.k8s.io/v1", kind, { subjects: [own, theirs, user] });
    expect(withNamespace(binding, "shop")).toEqual({
      ...binding,
      metadata: placed,
      subjects: [{ ...own, namespace: "shop" }, theirs, user],
    });
  }
  const other = of("example.com/v1", "RoleBinding", { subjects: [own] });
  expect(withNamespace(other, "shop")["subjects"]).toEqual([own]);
});
