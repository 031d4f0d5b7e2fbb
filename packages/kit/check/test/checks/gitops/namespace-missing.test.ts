import { describe, expect, test } from "vitest";
import { namespaceMissing } from "../../../src/checks/gitops/namespace-missing.ts";
import { application, deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const without = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n";
const fix = "write its `metadata.namespace`: the environment's does not reach it";

const refused = (who: string): string =>
  `error ConfigMap default/web metadata.namespace: it names no namespace, and nothing else does: ${who} does not sync it; ${fix}`;

describe("namespace-missing", () => {
  test("passes files that nobody says who syncs", () => {
    expect(judge(namespaceMissing, without)).toEqual([]);
  });

  test("passes what names one, what is in none, and kinds that nobody knows", () => {
    const manifests = `apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: web }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects: [{ kind: ServiceAccount, name: web }]
`;
    expect(judge(namespaceMissing, manifests, { delivery: deliveryOf({ engines: ["argocd", "flux"] }) })).toEqual([]);
  });

  test("finds what relies on the destination of the Application", () => {
    const delivery = deliveryOf({ objects: application() });
    const said = `it names no namespace, and gets that of whatever syncs it, shop: applied in another way it ends elsewhere; ${fix}`;
    expect(judge(namespaceMissing, without, { delivery })).toEqual([
      `warning ConfigMap default/web metadata.namespace: ${said}`,
    ]);
    expect(judge(namespaceMissing, without, { delivery, profile: "development" })).toEqual([
      `info ConfigMap default/web metadata.namespace: ${said}`,
    ]);
  });

  test("finds what relies on the target namespace of the Kustomization", () => {
    const delivery = deliveryOf({ engines: ["flux"], objects: fluxKustomization("  targetNamespace: shop\n") });
    expect(judge(namespaceMissing, without, { delivery })).toEqual([
      `warning ConfigMap default/web metadata.namespace: it names no namespace, and gets that of whatever syncs it, shop: applied in another way it ends elsewhere; ${fix}`,
    ]);
  });

  test("finds what neither engine would sync", () => {
    const byFlux = deliveryOf({ engines: ["argocd", "flux"], objects: `${application()}---\n${fluxKustomization()}` });
    expect(judge(namespaceMissing, without, { delivery: byFlux })).toEqual([refused("Flux")]);
    const byArgocd = deliveryOf({ objects: application({ namespace: "" }) });
    expect(judge(namespaceMissing, without, { delivery: byArgocd })).toEqual([refused("Argo CD")]);
  });
});
