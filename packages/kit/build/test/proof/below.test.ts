import type { JsonObject } from "@kit/kube";
import { describe, test } from "vitest";
import { cart, containers, json, podSpec, strategic } from "./declarations.ts";
import { objects } from "./objects.ts";
import { base, proved, saidBelow, type ProofWorkspace } from "./proof-workspace.ts";

type Operations = readonly JsonObject[];
const config = { kind: "ConfigMap", name: "cart-config" };

/** An overlay that builds on prod-base, with a component that has these operations. */
function over(
  prodBase: JsonObject,
  deployment: Operations,
  others: Readonly<Record<string, Operations>> = {},
): ProofWorkspace {
  const operations = { "Deployment/cart": deployment, ...others };
  const changed = Object.entries(operations).map(([key, patch]) => {
    const [kind, name] = key.split("/");
    const object = objects.find((one) => one["kind"] === kind && (one["metadata"] as JsonObject)["name"] === name);
    return [key, { patch, wanted: object! }] as const;
  });
  return {
    objects,
    changed: Object.fromEntries(changed),
    overlay: { resources: ["../prod-base"] },
    files: { "overlays/prod-base/kustomization.yaml": { resources: [base], ...prodBase } },
  };
}

const env = `${containers}/0/env`;
const replicas: Operations = [
  { op: "test", path: "/spec/replicas", value: 2 },
  { op: "replace", path: "/spec/replicas", value: 4 },
];

describe.concurrent("what lies below the component", () => {
  test("changes a value that the component replaces", async ({ expect }) => {
    const patches = [json(cart, { op: "replace", path: "/spec/replicas", value: 3 })];
    expect(await saidBelow(over({ patches }, replicas))).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.replicas of Deployment "cart" is changed below the component of "prod", whose patch changes it as well (3 there, 2 in the component): the one is lost in the other, and kustomize says nothing
        where:  overlays/prod-base/kustomization.yaml, patches[0]
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("sets a field that the component adds", async ({ expect }) => {
    const patches = [{ path: "p.yaml" }];
    const workspace = over({ patches }, [{ op: "add", path: "/metadata/annotations", value: { a: "b" } }]);
    const files = {
      ...workspace.files,
      "overlays/prod-base/p.yaml": {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "cart", annotations: { team: "shop" } },
      },
    };
    expect(await saidBelow({ ...workspace, files })).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: metadata.annotations of Deployment "cart" is changed below the component of "prod", whose patch changes it as well: the one is lost in the other, and kustomize says nothing
        where:  overlays/prod-base/kustomization.yaml, patches[0]
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("moves the entries of a list in which the component counts", async ({ expect }) => {
    const patches = [strategic(podSpec({ containers: [{ name: "cart", env: [{ name: "FIRST", value: "1" }] }] }))];
    const operations = [
      { op: "test", path: `${env}/1/value`, value: "http://$(HOST)" },
      { op: "replace", path: `${env}/1/value`, value: "https://$(HOST)" },
    ];
    expect(await saidBelow(over({ patches }, operations))).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.template.spec.containers[cart].env of Deployment "cart" is changed below the component of "prod", whose patch changes it as well: the one is lost in the other, and kustomize says nothing
        where:  overlays/prod-base/kustomization.yaml, patches[0]
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("adds the entry that the component adds", async ({ expect }) => {
    const patches = [json(cart, { op: "add", path: `${env}/-`, value: { name: "NEW", value: "1" } })];
    const operations = [{ op: "add", path: `${env}/-`, value: { name: "NEW", value: "2" } }];
    expect(await saidBelow(over({ patches }, operations))).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.template.spec.containers[cart].env of Deployment "cart" is changed below the component of "prod", whose patch changes it as well: the one is lost in the other, and kustomize says nothing
        where:  overlays/prod-base/kustomization.yaml, patches[0]
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("changes an entry that the component removes", async ({ expect }) => {
    const patches = [strategic(podSpec({ containers: [{ name: "proxy", image: "envoy:2" }] }))];
    const operations = [
      { op: "test", path: `${containers}/1/name`, value: "proxy" },
      { op: "remove", path: `${containers}/1` },
    ];
    expect(await saidBelow(over({ patches }, operations))).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.template.spec.containers of Deployment "cart" is changed below the component of "prod", whose patch changes it as well: the one is lost in the other, and kustomize says nothing
        where:  overlays/prod-base/kustomization.yaml, patches[0]
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("is a component that stands before ours, or a generator beside it", async ({ expect }) => {
    const workspace = over({}, replicas, { "ConfigMap/cart-config": [{ op: "add", path: "/data/NEW", value: "1" }] });
    const overlay = {
      resources: [base],
      components: ["../../parts/five", "../../generated/environments/prod"],
      configMapGenerator: [{ name: "cart-config", behavior: "merge", literals: ["NEW=2"] }],
    };
    const five = {
      apiVersion: "kustomize.config.k8s.io/v1alpha1",
      kind: "Component",
      replicas: [{ name: "cart", count: 5 }],
    };
    const files = { "parts/five/kustomization.yaml": five };
    expect(await saidBelow({ ...workspace, overlay, files })).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.replicas of Deployment "cart" is changed below the component of "prod", whose patch changes it as well (5 there, 2 in the component): the one is lost in the other, and kustomize says nothing
        where:  parts/five/kustomization.yaml, replicas
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component
      error[overlay-overwritten]: data.NEW of ConfigMap "cart-config" is changed below the component of "prod", whose patch changes it as well ("2" there, nothing in the component): the one is lost in the other, and kustomize says nothing
        where:  overlays/prod/kustomization.yaml, configMapGenerator[0]
                generated/environments/prod/patch-configmap-cart-config.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("is two folders deep, and gives a prefix and the namespace", async ({ expect }) => {
    const workspace = over({ namePrefix: "a-", namespace: "shop" }, replicas);
    const deeper = { resources: ["../prod-base"], nameSuffix: "-b", replicas: [{ name: "cart", count: 9 }] };
    const overlay = { resources: ["../deeper"] };
    const files = { ...workspace.files, "overlays/deeper/kustomization.yaml": deeper };
    expect(await saidBelow({ ...workspace, overlay, files })).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.replicas of Deployment "a-cart-b" is changed below the component of "prod", whose patch changes it as well (9 there, 2 in the component): the one is lost in the other, and kustomize says nothing
        where:  overlays/deeper/kustomization.yaml, replicas
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("is beside overlays/, with a kustomization that names the component", async ({ expect }) => {
    const workspace = over({}, replicas);
    const overlay = { resources: ["../../shared/prod"], components: [] };
    const files = {
      "shared/prod/kustomization.yaml": { resources: ["../all"], components: ["../../generated/environments/prod"] },
      "shared/all/kustomization.yaml": { resources: [base], replicas: [{ name: "cart", count: 9 }] },
    };
    expect(await saidBelow({ ...workspace, overlay, files })).toMatchInlineSnapshot(`
      "error[overlay-overwritten]: spec.replicas of Deployment "cart" is changed below the component of "prod", whose patch changes it as well (9 there, 2 in the component): the one is lost in the other, and kustomize says nothing
        where:  shared/all/kustomization.yaml, replicas
                generated/environments/prod/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component"
    `);
  });

  test("may change everything else", async ({ expect }) => {
    const prodBase = {
      namespace: "shop",
      commonAnnotations: { team: "shop" },
      patches: [
        strategic(podSpec({ containers: [{ name: "proxy", image: "envoy:2" }] })),
        json(config, { op: "add", path: "/data/OTHER", value: "1" }),
        json(cart, { op: "add", path: `${env}/-`, value: { name: "OTHER", value: "1" } }),
      ],
    };
    const operations = [
      ...replicas,
      { op: "replace", path: `${env}/0/value`, value: "h" },
      { op: "add", path: `${env}/-`, value: { name: "NEW", value: "2" } },
    ];
    const others = { "ConfigMap/cart-config": [{ op: "replace", path: "/data/LOG_LEVEL", value: "DEBUG" }] };
    expect(await saidBelow(over(prodBase, operations, others))).toBe("");
  });

  test("is proved as well", async ({ expect }) => {
    const patches = [
      json(
        cart,
        { op: "add", path: `${env}/0`, value: { name: "OTHER", value: "1" } },
        { op: "remove", path: `${containers}/1` },
      ),
      strategic({ apiVersion: "v1", kind: "Service", metadata: { name: "db" }, $patch: "delete" }),
    ];
    const { problems, notProved } = await proved(over({ patches, namePrefix: "a-" }, []));
    expect({ problems, notProved }).toEqual({ problems: [], notProved: [] });
  });
});
