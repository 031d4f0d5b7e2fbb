import { describe, expect, test } from "vitest";
import { projectKind } from "../../../src/checks/gitops/project-kind.ts";
import { application, deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const objects = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: nobody-knows }
`;
const project = (spec: string, name = "manifests-dev"): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: ${name}, namespace: argocd }\nspec: ${spec}\n`;
const repositories = 'sourceRepos: ["https://github.com/example/manifests"]';
const destinations = "destinations: [{ name: minikube, namespace: shop }]";
const cluster = 'clusterResourceWhitelist: [{ group: "", kind: Namespace }]';
const judged = (spec: string): string[] =>
  judge(projectKind, objects, {
    id: "dev",
    delivery: deliveryOf({ objects: `${project(spec)}---\n${application()}` }),
  });

describe("project-kind", () => {
  test.for([
    `{ ${repositories}, ${destinations}, ${cluster} }`,
    '{ sourceRepos: ["*"], destinations: [{ name: "*", namespace: "*" }], clusterResourceWhitelist: [{ group: "*", kind: "*" }] }',
    `{ sourceRepos: ["https://github.com/example/*"], destinations: [{ name: "mini*", namespace: "{shop,cart}" }], clusterResourceWhitelist: [{ group: "", kind: Namespace, name: sh?p }], namespaceResourceWhitelist: [{ group: "", kind: Service }, { group: apps, kind: "*" }] }`,
    `{ sourceRepos: ["!https://github.com/example/other", "!https://gitlab.com/**"], ${destinations}, ${cluster} }`,
    `{ ${repositories}, destinations: [{ server: "https://kubernetes.default.svc", namespace: other }], ${cluster} }`,
    `{ ${repositories}, destinations: [{ name: "*", namespace: "!kube-system" }], ${cluster} }`,
  ])("passes %s", (spec) => {
    expect(judged(spec)).toEqual([]);
  });

  test("passes an Application whose project is not here", () => {
    const elsewhere = `${project("{}", "other")}---\n${application()}`;
    expect(judge(projectKind, objects, { id: "dev", delivery: deliveryOf({ objects: elsewhere }) })).toEqual([]);
    expect(judge(projectKind, objects, { id: "dev", delivery: deliveryOf({ objects: application() }) })).toEqual([]);
  });

  test("finds everything that it does not allow, once", () => {
    const spec = `{ sourceRepos: ["https://*/manifests"], destinations: [{ name: minikube, namespace: cart }], namespaceResourceWhitelist: [{ group: "", kind: "*" }] }`;
    const build = "by `pnpm build` where packages/gitops makes the project";
    expect(judged(spec)).toEqual([
      `error AppProject argocd/manifests-dev spec.clusterResourceWhitelist: it does not allow the Namespace shop, which the environment deploys; add it to clusterResourceWhitelist, ${build}`,
      `error AppProject argocd/manifests-dev spec.destinations: it does not allow the namespace shop of the cluster minikube, which the environment deploys to; add it to destinations, ${build}`,
      `error AppProject argocd/manifests-dev spec.namespaceResourceWhitelist: it does not allow the kind Deployment of apps, which the environment deploys; add it to namespaceResourceWhitelist, ${build}`,
      "error AppProject argocd/manifests-dev spec.sourceRepos: it does not allow the repository that the Application follows; add the repository to sourceRepos",
    ]);
  });

  test("finds what it denies", () => {
    const denied = `sourceRepos: ["*", "!https://github.com/example/manifests"]`;
    const namespaces = 'destinations: [{ name: "*", namespace: "*" }, { name: "*", namespace: "!shop" }]';
    const kinds = "namespaceResourceBlacklist: [{ group: apps, kind: Deployment }]";
    expect(judged(`{ ${denied}, ${namespaces}, ${cluster}, ${kinds} }`)).toEqual([
      "error AppProject argocd/manifests-dev spec.destinations: it does not allow the namespace shop of the cluster minikube, which the environment deploys to; add it to destinations, by `pnpm build` where packages/gitops makes the project",
      "error AppProject argocd/manifests-dev spec.namespaceResourceBlacklist: it does not allow the kind Deployment of apps, which the environment deploys; take it out of namespaceResourceBlacklist",
      "error AppProject argocd/manifests-dev spec.sourceRepos: it does not allow the repository that the Application follows; add the repository to sourceRepos",
    ]);
  });
});
