import { describe, expect, test } from "vitest";
import { differs, goneObjects, mayReplace } from "../src/compare-objects.ts";
import { describeManifest, type Manifest } from "../src/manifest.ts";

function manifest(
  kind: string,
  name: string,
  annotations: Readonly<Record<string, string>> = {},
  apiVersion = "v1",
): Manifest {
  const metadata = { name, namespace: "default", annotations };
  return { where: `${name}.yaml`, text: "", data: { apiVersion, kind, metadata } };
}

const names = (manifests: readonly Manifest[]): string[] => manifests.map(({ data }) => describeManifest(data));

test("a label tells Flux as an annotation does", () => {
  const labels = { "kustomize.toolkit.fluxcd.io/prune": "disabled", "kustomize.toolkit.fluxcd.io/force": "enabled" };
  const one = manifest("ConfigMap", "one");
  const labelled = { ...one, data: { ...one.data, metadata: { ...one.data.metadata, labels } } };
  expect([names(goneObjects([labelled], []).kept), mayReplace(labelled.data)]).toEqual([
    ["ConfigMap default/one"],
    true,
  ]);
});

describe("what is gone", () => {
  test("is pruned, the last first", () => {
    const before = [manifest("ConfigMap", "one"), manifest("Service", "one"), manifest("Service", "two")];
    const { pruned, kept } = goneObjects(before, [manifest("Service", "one")]);
    expect([names(pruned), names(kept)]).toEqual([["Service default/two", "ConfigMap default/one"], []]);
  });

  test("is not what only has another version", () => {
    const before = [manifest("Ingress", "one", {}, "networking.k8s.io/v1beta1")];
    const after = [manifest("Ingress", "one", {}, "networking.k8s.io/v1")];
    expect(goneObjects(before, after)).toEqual({ pruned: [], kept: [] });
  });

  test.for([
    { "argocd.argoproj.io/sync-options": "Replace=true, Prune=false" },
    { "kustomize.toolkit.fluxcd.io/prune": "Disabled" },
  ])("stays where an engine is told so: %o", (annotations) => {
    const { pruned, kept } = goneObjects([manifest("ConfigMap", "one", annotations)], []);
    expect([names(pruned), names(kept)]).toEqual([[], ["ConfigMap default/one"]]);
  });
});

test.for([
  [{}, false],
  [{ "argocd.argoproj.io/sync-options": "Force=true,Replace=true" }, true],
  [{ "argocd.argoproj.io/sync-options": "Force=false" }, false],
  [{ "kustomize.toolkit.fluxcd.io/force": "enabled" }, true],
] as const)("may be replaced with %o: %s", ([annotations, may]) => {
  expect(mayReplace(manifest("Job", "one", annotations).data)).toBe(may);
});

test("an object differs by what somebody wrote, not by what is counted or observed", () => {
  const metadata = { name: "one", resourceVersion: "1", generation: 1, managedFields: [] };
  const object = { metadata, spec: { replicas: 1 }, status: { replicas: 0 } };
  const counted = { ...metadata, resourceVersion: "2", generation: 2, managedFields: [{}] };
  expect(differs(object, { ...object, metadata: counted, status: { replicas: 1 } })).toBe(false);
  expect(differs(object, { ...object, spec: { replicas: 2 } })).toBe(true);
  expect(differs(object, { ...object, metadata: { ...metadata, labels: { app: "one" } } })).toBe(true);
});
