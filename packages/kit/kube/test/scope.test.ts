import { describe, expect, test } from "vitest";
import { definedKinds, isClusterScoped, isInNamespace } from "../src/index.ts";

const definition = (scope: string, apiVersion = "apiextensions.k8s.io/v1") => ({
  apiVersion,
  kind: "CustomResourceDefinition",
  metadata: { name: "widgets.shop.example.com" },
  spec: { group: "shop.example.com", scope, names: { kind: "Widget", plural: "widgets" } },
});

describe("what is in no namespace", () => {
  test.for([
    ["v1", "Namespace", true],
    ["v1", "ConfigMap", false],
    ["apps/v1", "Deployment", false],
    ["rbac.authorization.k8s.io/v1", "ClusterRole", true],
    // Whatever the version.
    ["rbac.authorization.k8s.io/v1beta1", "ClusterRole", true],
    ["resource.k8s.io/v1beta1", "DeviceClass", true],
    ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", true],
    ["external-secrets.io/v1", "ClusterSecretStore", true],
    ["external-secrets.io/v1", "SecretStore", false],
    ["gateway.networking.k8s.io/v1", "GatewayClass", true],
    ["gateway.networking.k8s.io/v1", "Gateway", false],
    // Of operators.coreos.com it is in one, whatever its name says.
    ["operators.coreos.com/v1alpha1", "ClusterServiceVersion", false],
    ["shop.example.com/v1", "Widget", false],
  ] as const)("%s %s: %s", ([apiVersion, kind, expected]) => {
    expect(isClusterScoped(apiVersion, kind)).toBe(expected);
  });

  test("what a definition beside it says", () => {
    const cluster = definedKinds([{ apiVersion: "v1", kind: "ConfigMap" }, definition("Cluster")]);
    expect(cluster).toEqual([{ group: "shop.example.com", kind: "Widget", isOfCluster: true }]);
    expect(isClusterScoped("shop.example.com/v1alpha1", "Widget", cluster)).toBe(true);
    expect(isClusterScoped("other.example.com/v1", "Widget", cluster)).toBe(false);
    expect(isClusterScoped("shop.example.com/v1", "Widget", definedKinds([definition("Namespaced")]))).toBe(false);
    expect(definedKinds([definition("Cluster", "shop.example.com/v1")])).toEqual([]);
  });
});

describe("an object is in a namespace", () => {
  const widget = { apiVersion: "shop.example.com/v1", kind: "Widget" };

  test.for([
    [{ apiVersion: "apps/v1", kind: "Deployment" }, true],
    // A namespace is nothing to it.
    [{ apiVersion: "v1", kind: "Namespace", namespace: "shop" }, false],
    [{ apiVersion: "cert-manager.io/v1", kind: "ClusterIssuer", namespace: "shop" }, false],
    [{ ...widget, namespace: "shop" }, true],
    [widget, false],
  ] as const)("%o: %s", ([object, expected]) => {
    expect(isInNamespace(object)).toBe(expected);
  });

  test("as a definition beside it says", () => {
    expect(isInNamespace(widget, definedKinds([definition("Namespaced")]))).toBe(true);
    expect(isInNamespace({ ...widget, namespace: "shop" }, definedKinds([definition("Cluster")]))).toBe(false);
  });
});
