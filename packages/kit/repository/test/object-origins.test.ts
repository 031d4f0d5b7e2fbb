import { compareEnvironments, documentsIn, type EnvironmentSide } from "@kit/review";
import { describe, expect, test } from "vitest";
import { generatedParts, identitiesIn } from "../src/origins/generated-parts.ts";
import { objectOrigins, originIndex } from "../src/origins/object-origins.ts";

const by = (from: string): string =>
  `# Written by \`pnpm build\` from ${from}. Do not edit: change the package and build.\n`;
const cart = "packages/shop/cart";
const environments = "packages/shop/environments";
const object = (apiVersion: string, kind: string, name: string, more = ""): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;

const overlay =
  "resources: [../../generated/bases/shop/cart, own.yaml]\ncomponents: [../../generated/environments/dev]\n";
const files = {
  "overlays/dev/kustomization.yaml": overlay,
  "overlays/dev/own.yaml": object("serving.knative.dev/v1", "Service", "cart"),
  "generated/bases/shop/cart/kustomization.yaml": "resources: [service.yaml, deployment.yaml, other.yaml]\n",
  "generated/bases/shop/cart/service.yaml": by(cart) + object("v1", "Service", "cart"),
  "generated/bases/shop/cart/deployment.yaml": by(cart) + object("apps/v1", "Deployment", "cart"),
  "generated/bases/shop/cart/other.yaml":
    by("packages/shop/other") + object("v1", "ConfigMap", "cart", "  namespace: other\n"),
  "generated/bases/shop/web/kustomization.yaml": "resources: [service.yaml]\n",
  "generated/bases/shop/web/service.yaml": by("packages/shop/web") + object("v1", "Service", "web"),
  "generated/environments/dev/kustomization.yaml": `kind: Component
resources: [job.yaml]
patches:
- path: patch-deployment.yaml
  target: {group: apps, version: v1, kind: Deployment, name: cart}
- path: patch-service.yaml
`,
  "generated/environments/dev/job.yaml": by(`${cart} and ${environments}`) + object("batch/v1", "Job", '"1"'),
  "generated/environments/dev/patch-deployment.yaml": `${by(environments)}# Deployment cart\n- op: replace\n  path: /spec\n  value: {}\n`,
  "generated/environments/dev/patch-service.yaml": by(environments) + object("v1", "Service", "cart"),
};

/** Who made some objects, as `kind namespace/name: packages`. */
function origins(ids: readonly string[], changed: Readonly<Record<string, string>> = {}): string[] {
  const originOf = objectOrigins("dev", new Map(Object.entries({ ...files, ...changed })));
  return ids.map((text) => {
    const [apiVersion = "", kind = "", namespace = "", name = ""] = text.split(" ");
    const origin = originOf({ apiVersion, kind, name, namespace: namespace === "-" ? undefined : namespace });
    return `${text}: ${origin?.packages.join(", ") ?? "nobody"}`;
  });
}

describe("who made an object", () => {
  test("is known by its group, kind, namespace and name", () => {
    expect(
      origins([
        "v1 Service dev cart",
        "serving.knative.dev/v1 Service dev cart",
        "apps/v1 Deployment dev cart",
        "apps/v2 Deployment - cart",
        "batch/v1 Job dev 1",
        "v1 ConfigMap other cart",
        "v1 ConfigMap dev cart",
        "v1 Service dev web",
      ]),
    ).toMatchInlineSnapshot(`
      [
        "v1 Service dev cart: packages/shop/cart, packages/shop/environments",
        "serving.knative.dev/v1 Service dev cart: nobody",
        "apps/v1 Deployment dev cart: packages/shop/cart, packages/shop/environments",
        "apps/v2 Deployment - cart: packages/shop/cart, packages/shop/environments",
        "batch/v1 Job dev 1: packages/shop/cart, packages/shop/environments",
        "v1 ConfigMap other cart: packages/shop/other",
        "v1 ConfigMap dev cart: nobody",
        "v1 Service dev web: nobody",
      ]
    `);
  });

  test("is not taken for an object of another namespace, where the overlay says which is the environment's", () => {
    const changed = { "overlays/dev/kustomization.yaml": `namespace: dev\n${overlay}` };
    expect(origins(["v1 Service dev cart", "v1 Service elsewhere cart"], changed)).toMatchInlineSnapshot(`
      [
        "v1 Service dev cart: packages/shop/cart, packages/shop/environments",
        "v1 Service elsewhere cart: nobody",
      ]
    `);
  });

  test("is known under the name that the overlay gives", () => {
    const changed = { "overlays/dev/kustomization.yaml": `namePrefix: a-\nnameSuffix: -z\n${overlay}` };
    expect(origins(["v1 Service dev a-cart-z", "v1 Service dev a-z"], changed)).toMatchInlineSnapshot(`
      [
        "v1 Service dev a-cart-z: packages/shop/cart, packages/shop/environments",
        "v1 Service dev a-z: nobody",
      ]
    `);
  });

  test("is known through the folders that an overlay builds on", () => {
    const changed = {
      "overlays/dev/kustomization.yaml": "resources: [../part]\n",
      "overlays/part/kustomization.yml": overlay,
    };
    expect(origins(["v1 Service dev cart"], changed)).toEqual([`v1 Service dev cart: ${cart}, ${environments}`]);
  });

  test("is said by objects that were computed", () => {
    const id = { apiVersion: "v1", kind: "Service", name: "cart", namespace: "dev" };
    const originOf = originIndex([[id, { packages: [cart], parts: [] }]]);
    expect([originOf(id), originOf({ ...id, apiVersion: "serving.knative.dev/v1" })]).toEqual([
      { packages: [cart], parts: [] },
      undefined,
    ]);
  });
});

test("an identity is read without the rest of what the build writes, and with it of what others do", () => {
  const texts = [
    by(cart) + object("apps/v1", "Deployment", "a", "  namespace: b\n  labels:\n    name: c\nspec:\n  name: d\n"),
    object("v1", "Secret", '"007"'),
    `{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}`,
    `${object("v1", "Secret", "a")}---\n${object("v1", "Secret", "b")}`,
    "data:\n  kind: x\nkind: ConfigMap\napiVersion: v1\nmetadata:\n  annotations:\n    a: |\n      name: z\n  name: a\n",
    "{",
  ];
  expect(
    texts.map(identitiesIn).map((ids) => ids.map(({ kind, namespace, name }) => [kind, namespace, name].join(" "))),
  ).toEqual([["Deployment b a"], ["Secret  007"], ["Secret  a"], ["Secret  a", "Secret  b"], ["ConfigMap  a"], []]);
});

test("what differs between environments is by the component", () => {
  const base = object("apps/v1", "Deployment", "cart", "spec:\n  replicas: 1\n  paused: true\n");
  const side = (id: string, replicas: number, operations: readonly object[]): EnvironmentSide => {
    const part = (written: string, isPatch: boolean): EnvironmentSide["bases"][number] => ({
      document: documentsIn("generated", written)[0]!,
      patches: isPatch ? { group: "apps", kind: "Deployment", name: "cart" } : undefined,
      sources: [`packages/${id}.ts`],
    });
    return {
      id,
      documents: documentsIn(`${id}.yaml`, base.replace("replicas: 1", `replicas: ${replicas}`)),
      namespace: undefined,
      overlay: { file: "overlay", images: [], hasReplacements: false, files: [] },
      bases: [part(base, false)],
      component: operations.length === 0 ? [] : [part(JSON.stringify(operations), true)],
    };
  };
  const { objects } = compareEnvironments(
    side("dev", 1, []),
    side("prod", 3, [{ op: "replace", path: "/spec/replicas", value: 3 }]),
  );
  expect(objects.map(({ isExpected, says }) => [isExpected, says])).toEqual([
    [true, [{ by: "component", files: ["packages/prod.ts"] }]],
  ]);
});

test("the parts of an environment, with the object that a list of operations is for", () => {
  const parts = generatedParts("dev", new Map(Object.entries(files)));
  expect(parts.map(({ role, path, id }) => `${role} ${path.slice("generated/".length)}: ${id.kind} ${id.name}`))
    .toMatchInlineSnapshot(`
    [
      "base bases/shop/cart/service.yaml: Service cart",
      "base bases/shop/cart/deployment.yaml: Deployment cart",
      "base bases/shop/cart/other.yaml: ConfigMap cart",
      "own environments/dev/job.yaml: Job 1",
      "patch environments/dev/patch-deployment.yaml: Deployment cart",
      "patch environments/dev/patch-service.yaml: Service cart",
    ]
  `);
});
