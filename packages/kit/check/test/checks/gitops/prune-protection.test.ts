import { describe, expect, test } from "vitest";
import { pruneProtection } from "../../../src/checks/gitops/prune-protection.ts";
import { deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const objects = (metadata = ""): string => `apiVersion: v1
kind: Namespace
metadata: { name: shop${metadata} }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop${metadata} }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;
const both = deliveryOf({ engines: ["argocd", "flux"] });
const argocdFor = (object: string, lost: string): string =>
  `${object} metadata.annotations: when it is no longer rendered, Argo CD deletes it ${lost}; write \`argocd.argoproj.io/sync-options: Prune=false\``;
const fluxFor = (object: string, lost: string): string =>
  `${object} metadata.annotations: when it is no longer rendered, Flux deletes it ${lost}; write \`kustomize.toolkit.fluxcd.io/prune: disabled\``;
const namespace = ["Namespace shop", "with everything in it"] as const;
const claim = ["PersistentVolumeClaim shop/data", "with its data"] as const;

describe("prune-protection", () => {
  test("passes where nobody syncs, or the sync prunes nothing", () => {
    expect(judge(pruneProtection, objects())).toEqual([]);
    expect(judge(pruneProtection, objects(), { delivery: deliveryOf({ prune: false }) })).toEqual([]);
  });

  test("passes previews, which go with their pull requests", () => {
    expect(judge(pruneProtection, objects(), { delivery: both, copies: 5 })).toEqual([]);
  });

  test("passes what is protected, and the claims that a StatefulSet makes", () => {
    for (const option of ["Prune=false", "Prune=confirm", "ServerSideApply=true, Prune=false"]) {
      const metadata = `, annotations: { argocd.argoproj.io/sync-options: "${option}", kustomize.toolkit.fluxcd.io/prune: Disabled }`;
      expect(judge(pruneProtection, objects(metadata), { delivery: both })).toEqual([]);
    }
    const metadata = ", labels: { kustomize.toolkit.fluxcd.io/prune: disabled }";
    expect(judge(pruneProtection, objects(metadata), { delivery: deliveryOf({ engines: ["flux"] }) })).toEqual([]);
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { volumeClaimTemplates: [{ metadata: { name: data }, spec: {} }] }
`;
    expect(judge(pruneProtection, set, { delivery: both })).toEqual([]);
  });

  test("finds what each engine would delete", () => {
    expect(judge(pruneProtection, objects(), { delivery: both })).toEqual([
      `warning ${argocdFor(...namespace)}`,
      `warning ${fluxFor(...namespace)}`,
      `warning ${argocdFor(...claim)}`,
      `warning ${fluxFor(...claim)}`,
    ]);
  });

  test("notes it in development; that an Application leaves it when it is deleted itself is something else", () => {
    const metadata = ", annotations: { argocd.argoproj.io/sync-options: Delete=false }";
    const found = judge(pruneProtection, objects(metadata), { delivery: deliveryOf(), profile: "development" });
    expect(found).toEqual([`info ${argocdFor(...namespace)}`, `info ${argocdFor(...claim)}`]);
  });

  test("finds a definition, with which every object of its kind goes", () => {
    const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
`;
    expect(judge(pruneProtection, definition, { delivery: deliveryOf() })).toMatchInlineSnapshot(`
      [
        "warning CustomResourceDefinition widgets.example.com metadata.annotations: when it is no longer rendered, Argo CD deletes it with all objects of its kind; write \`argocd.argoproj.io/sync-options: Prune=false\`",
      ]
    `);
  });
});
