import { statSync } from "node:fs";
import { join } from "node:path";
import {
  allKinds,
  findKind,
  isBuiltInGroup,
  kubernetesMinor,
  kubernetesVersion,
  servedVersions,
  typeAt,
  type Path,
  type TypeSchema,
} from "@kit/schema";
import { describe, expect, test } from "vitest";

/** A type as it reads, without what is in it. */
function shownType(type: TypeSchema | undefined): object | undefined {
  if (type === undefined) return undefined;
  const { fields, values, items, ...said } = type;
  const inside = { fields: fields?.names, values: values?.type, items: items?.type };
  return Object.fromEntries(
    [...Object.entries(said), ...Object.entries(inside)].filter(([, one]) => one !== undefined),
  );
}

function at(kind: string, path: Path, apiVersion = "apps/v1"): object | undefined {
  return shownType(typeAt(findKind(apiVersion, kind)!, path));
}

test("kinds are found by API version and name", () => {
  const { type, ...deployment } = findKind("apps/v1", "Deployment")!;
  expect(deployment).toEqual({ apiVersion: "apps/v1", kind: "Deployment", namespaced: true });
  expect(type.fields!.names).toEqual(["apiVersion", "kind", "metadata", "spec", "status"]);
  expect(findKind("v1", "Namespace")!.namespaced).toBe(false);
  expect(findKind("external-secrets.io/v1", "ClusterSecretStore")!.namespaced).toBe(false);
  expect(findKind("apps/v1beta1", "Deployment")).toBeUndefined();
  expect(findKind("apps/v1", "Deploymint")).toBeUndefined();
  expect(findKind("constructor", "constructor")).toBeUndefined();
});

test("the versions that serve a kind", () => {
  expect(servedVersions("autoscaling", "HorizontalPodAutoscaler")).toEqual(["autoscaling/v1", "autoscaling/v2"]);
  expect(servedVersions("", "ConfigMap")).toEqual(["v1"]);
  expect(servedVersions("extensions", "Ingress")).toEqual([]);
  expect(servedVersions("argoproj.io", "Application")).toEqual(["argoproj.io/v1alpha1"]);
});

test("the groups that are the server's own", () => {
  const groups = ["", "apps", "authentication.k8s.io", "extensions", "argoproj.io", "bitnami.com"];
  expect(groups.filter((group) => isBuiltInGroup(group))).toEqual(["", "apps", "authentication.k8s.io"]);
});

test("the version is said, and without its patch", () => {
  expect(kubernetesVersion).toMatch(/^1\.\d+\.\d+$/);
  expect(kubernetesVersion.startsWith(`${kubernetesMinor}.`)).toBe(true);
});

test("all kinds: those in use are there, custom resources among them", () => {
  const kinds = allKinds().map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  expect(kinds).toEqual(
    expect.arrayContaining([
      "v1 Secret",
      "networking.k8s.io/v1 Ingress",
      "argoproj.io/v1alpha1 Application",
      "argoproj.io/v1alpha1 ApplicationSet",
      "argoproj.io/v1alpha1 AppProject",
      "kustomize.toolkit.fluxcd.io/v1 Kustomization",
      "source.toolkit.fluxcd.io/v1 GitRepository",
      "image.toolkit.fluxcd.io/v1 ImagePolicy",
      "helm.toolkit.fluxcd.io/v2 HelmRelease",
      "external-secrets.io/v1 ExternalSecret",
      "bitnami.com/v1alpha1 SealedSecret",
    ]),
  );
  expect(new Set(kinds).size).toBe(kinds.length);
});

test("the tables are at most a megabyte", () => {
  const files = ["kubernetes.json", "custom-resources.json", "minors.json"];
  const sizes = files.map((name) => statSync(join(import.meta.dirname, "../data", name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000);
});

describe("a type says", () => {
  test("what a list's items are known by", () => {
    expect(at("Deployment", ["spec", "template", "spec", "containers", 0, "ports"])).toEqual({
      type: "list",
      items: "object",
      listType: "map",
      // What a strategic merge patch goes by, and the server does not.
      mergeKey: "containerPort",
      keys: ["containerPort", "protocol"],
      keyDefaults: { containerPort: 0, protocol: "TCP" },
      nullable: true,
    });
    expect(at("ConfigMap", ["metadata", "finalizers"], "v1")).toEqual({
      type: "list",
      items: "string",
      listType: "set",
      nullable: true,
    });
  });

  test("the values that the server takes", () => {
    expect(at("Deployment", ["spec", "strategy", "type"])).toEqual({
      type: "string",
      enum: ["Recreate", "RollingUpdate", ""],
      nullable: true,
    });
  });

  test("what is required, also in what is not written", () => {
    expect(at("Deployment", ["spec"])).toMatchObject({ required: ["selector", "template"], filled: ["template"] });
    expect(at("Deployment", [])).toMatchObject({ filled: ["spec"] });
  });

  test("formats", () => {
    expect(at("Deployment", ["spec", "replicas"])).toEqual({ type: "integer", format: "int32", nullable: true });
    expect(at("Secret", ["data", "any key"], "v1")).toEqual({ type: "string", format: "byte", nullable: true });
    const limits = ["spec", "template", "spec", "containers", 3, "resources", "limits", "memory"];
    expect(at("Deployment", limits)).toEqual({ type: "quantity", nullable: true });
  });

  test("that it cannot be changed, in a description or a rule", () => {
    const immutable = { immutable: true };
    expect(at("RoleBinding", ["roleRef"], "rbac.authorization.k8s.io/v1")).toMatchObject(immutable);
    expect(at("Service", ["spec", "clusterIP"], "v1")).toMatchObject(immutable);
    expect(at("Service", ["metadata", "name"], "v1")).toMatchObject(immutable);
    // A Pod's cannot be changed, a template's can.
    const containers = at("Deployment", ["spec", "template", "spec", "containers"]);
    expect(containers).not.toHaveProperty("immutable");
  });

  test("what a custom resource's schema asks besides", () => {
    expect(at("ExternalSecret", ["spec", "data", 0, "secretKey"], "external-secrets.io/v1")).toEqual({
      type: "string",
      limits: { maxLength: 253, minLength: 1, pattern: "^[-._a-zA-Z0-9]+$" },
    });
  });

  test("nothing where there is nothing", () => {
    expect(at("Deployment", ["spec", "replica"])).toBeUndefined();
    expect(at("Deployment", ["spec", "replicas", "x"])).toBeUndefined();
    expect(at("Deployment", ["spec", "template", "spec", "containers", "main"])).toBeUndefined();
    expect(at("Deployment", ["constructor"])).toBeUndefined();
  });
});
