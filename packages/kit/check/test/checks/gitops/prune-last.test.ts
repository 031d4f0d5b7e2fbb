import { describe, expect, test } from "vitest";
import { pruneLast } from "../../../src/checks/gitops/prune-last.ts";
import { application, applicationSet, deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const objects = (annotations = "{}"): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: web-config, namespace: shop, annotations: ${annotations} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: unread, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: web, envFrom: [{ configMapRef: { name: web-config } }, { secretRef: { name: not-here } }] }
`;
const says =
  "when one of ConfigMap web-config gets another name, Argo CD deletes the old one while pods still read it; add PruneLast=true to syncOptions";

describe("prune-last", () => {
  test("passes what prunes last, or not at all", () => {
    for (const written of [
      application(),
      application({ options: "[]", automated: "{ prune: false }" }),
      application({ options: "[]", automated: "{}" }),
    ]) {
      expect(judge(pruneLast, objects(), { id: "dev", delivery: deliveryOf({ objects: written }) })).toEqual([]);
    }
  });

  test("passes where no pod reads any, or each says itself how it is pruned", () => {
    const delivery = deliveryOf({ objects: application({ options: "[]" }) });
    expect(judge(pruneLast, objects().split("---\n")[1]!, { id: "dev", delivery })).toEqual([]);
    for (const option of ["PruneLast=true", "Prune=false"]) {
      const annotated = objects(`{ argocd.argoproj.io/sync-options: ${option} }`);
      expect(judge(pruneLast, annotated, { id: "dev", delivery })).toEqual([]);
    }
  });

  test("passes Applications that the environment brings: what they deploy is not here", () => {
    const brought = `${objects()}---\n${application({ options: "[]" })}`;
    expect(judge(pruneLast, brought, { id: "dev", delivery: deliveryOf() })).toEqual([]);
  });

  test("finds what prunes at once, by itself or by hand", () => {
    const at = "warning Application argocd/manifests-dev spec.syncPolicy.syncOptions";
    for (const automated of ["{ prune: true }", "null", "{ enabled: false }"]) {
      const delivery = deliveryOf({ objects: application({ options: "[FailOnSharedResource=true]", automated }) });
      expect(judge(pruneLast, objects(), { id: "dev", delivery })).toEqual([`${at}: ${says}`]);
    }
  });

  test("finds the element of an ApplicationSet", () => {
    const set = applicationSet([{ name: "manifests-dev", automated: { prune: true } }]);
    expect(judge(pruneLast, objects(), { id: "dev", delivery: deliveryOf({ objects: set }) })).toEqual([
      `warning ApplicationSet argocd/manifests spec.generators[0].list.elements[0]: ${says}`,
    ]);
    const kept = applicationSet([{ name: "manifests-dev", automated: { prune: false } }]);
    expect(judge(pruneLast, objects(), { id: "dev", delivery: deliveryOf({ objects: kept }) })).toEqual([]);
  });
});
