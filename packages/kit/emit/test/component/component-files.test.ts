import type { JsonObject } from "@kit/kube";
import { findKustomize } from "@kit/render";
import { describe, expect, test } from "vitest";
import { componentFiles, type ComponentParts } from "../../src/component/index.ts";
import type { FiledObject } from "../../src/emitted-object.ts";
import { throughKustomize, type Command } from "./through-kustomize.ts";

const where = "packages/shop/environments";

function object(data: JsonObject, place = "packages/shop/cart"): FiledObject {
  const { apiVersion, kind, metadata } = data as { apiVersion: string; kind: string; metadata: Record<string, string> };
  const { name = "", namespace } = metadata;
  return { apiVersion, kind, name, namespace, data, where: place };
}

/** A component's files, without the one that sets the namespace. */
function files(parts: Partial<ComponentParts>): Record<string, string> {
  const all = componentFiles({
    id: "dev",
    where,
    namespace: "shop",
    resources: [],
    changed: [],
    defined: [],
    ...parts,
  });
  return Object.fromEntries(all.map(([path, text]) => [path.replace("environments/dev/", ""), text]));
}

async function kustomize(): Promise<Command> {
  const { file, args } = await findKustomize({ env: { ...process.env, KUSTOMIZE: "" } });
  return [file, ...args];
}

/** What kustomize makes of bases and a component. */
async function rendered(base: readonly FiledObject[], parts: Partial<ComponentParts>): Promise<unknown[]> {
  const byFile = new Map(base.map(({ data }, index) => [`${index}.yaml`, data]));
  return throughKustomize(await kustomize(), byFile, new Map(Object.entries(files(parts))));
}

const role = (name: string, verbs: readonly string[], namespace?: string): JsonObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  rules: [{ apiGroups: [""], resources: ["pods"], verbs }],
});

const deployment = (replicas: number, env: readonly JsonObject[], args: readonly string[]): JsonObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "backend", labels: { app: "backend" } },
  spec: { replicas, template: { spec: { containers: [{ name: "backend", image: "backend", args, env }] } } },
});

const change = (name: string, namespace?: string) => ({
  object: object(role(name, ["get"], namespace)),
  wanted: role(name, ["get", "list"], namespace),
});
const policy = (expression: string, failurePolicy = "Fail"): JsonObject => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "policy" },
  spec: { failurePolicy, validations: [{ expression }] },
});

const strange = (value: string): JsonObject => ({
  apiVersion: "example.com/v1",
  kind: "Thing",
  metadata: { name: "thing" },
  'a\n- op: "remove"': [{ name: "x\n\u2028#", value }],
});

const tabbedConfig = (value: string): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "config" },
  data: { script: "\ta\n\tb\n", value },
});

test("a patch names its object, and the entries that it changes", () => {
  const base = deployment(
    1,
    [
      { name: "HOST", value: "db" },
      { name: "LOG_LEVEL", value: "INFO" },
    ],
    ["--port", "80"],
  );
  const env = [
    { name: "HOST", value: "db" },
    { name: "LOG_LEVEL", value: "yes" },
    { name: "DEBUG", value: "1_000" },
  ];
  const { metadata, ...rest } = deployment(2, env, ["--port", "8080"]);
  const wanted = { ...rest, metadata: { ...(metadata as JsonObject), annotations: { "example.com/team": "cart" } } };
  const emitted = files({ changed: [{ object: object(base), wanted }] });
  expect(emitted["patch-deployment-backend.yaml"]).toMatchInlineSnapshot(`
    "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
    # Deployment backend in namespace shop
    - op: add
      path: /metadata/annotations
      value:
        example.com/team: cart
    - op: test
      path: /spec/replicas
      value: 1
    - op: replace
      path: /spec/replicas
      value: 2
    # containers[backend].args[1]
    - op: test
      path: /spec/template/spec/containers/0/args/1
      value: "80"
    - op: replace
      path: /spec/template/spec/containers/0/args/1
      value: "8080"
    # containers[backend].env[LOG_LEVEL]
    - op: test
      path: /spec/template/spec/containers/0/env/1/value
      value: INFO
    - op: replace
      path: /spec/template/spec/containers/0/env/1/value
      value: "yes"
    # containers[backend].env[DEBUG]
    - op: add
      path: /spec/template/spec/containers/0/env/-
      value:
        name: DEBUG
        value: "1_000"
    "
  `);
  expect(emitted["kustomization.yaml"]).toMatchInlineSnapshot(`
    "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: kustomize.config.k8s.io/v1alpha1
    kind: Component
    patches:
    - path: patch-deployment-backend.yaml
      target:
        group: apps
        version: v1
        kind: Deployment
        name: backend
        namespace: "default|shop"
    transformers:
    - namespace.yaml
    "
  `);
});

test("a component that changes nothing has the namespace alone", () => {
  const base = object(role("reader", ["get"]));
  const emitted = files({ changed: [{ object: base, wanted: base.data }] });
  expect(Object.keys(emitted)).toEqual(["kustomization.yaml", "namespace.yaml"]);
  expect(emitted["kustomization.yaml"]).toMatchInlineSnapshot(`
    "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: kustomize.config.k8s.io/v1alpha1
    kind: Component
    transformers:
    - namespace.yaml
    "
  `);
});

test("names of other people's objects stay in their comment", () => {
  const text = files({ changed: [{ object: object(strange("1")), wanted: strange("2") }] })[
    "patch-thing.example.com_thing.yaml"
  ];
  expect(text?.split("\n").slice(0, 4)).toMatchInlineSnapshot(`
    [
      "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.",
      "# Thing thing in namespace shop",
      "# "a\\n- op: \\"remove\\""[0]",
      "- op: test",
    ]
  `);
});

describe("a patch is for one object alone", () => {
  test("whatever is in its name, and in which namespace it is", async () => {
    const names = ["a.b", "axb", "app:reader", "app_reader", "a+b", "(a|b)", "a", "b", "^a$"];
    const base = [...names.map((name) => object(role(name, ["get"]))), object(role("a", ["get"], "team-a"))];
    for (const [name, namespace] of [...names.map((one) => [one, undefined] as const), ["a", "team-a"] as const]) {
      const changed = (await rendered(base, { changed: [change(name, namespace)] })).filter(
        (data) => (data as { rules: { verbs: string[] }[] }).rules[0]!.verbs.length === 2,
      );
      expect(changed).toEqual([role(name, ["get", "list"], namespace ?? "shop")]);
    }
  });

  test("of its group", async () => {
    const [core, other] = ["v1", "example.com/v1"].map((apiVersion) => ({
      apiVersion,
      kind: "ConfigMap",
      metadata: { name: "a" },
      data: { x: "1" },
    }));
    const wanted = { ...core!, data: { x: "2" } };
    const documents = await rendered([object(core!), object(other!)], { changed: [{ object: object(core!), wanted }] });
    const metadata = { name: "a", namespace: "shop" };
    expect(documents).toHaveLength(2);
    expect(documents).toEqual(expect.arrayContaining([wanted, other!].map((data) => ({ ...data, metadata }))));
  });

  test("and says so where the object is not what it was", async () => {
    const base = object(role("reader", ["watch"]));
    const [was, is] = [role("reader", ["get"]), role("reader", ["list"])];
    const parts = { changed: [{ object: object(was), wanted: is }] };
    await expect(rendered([base], parts)).rejects.toThrow(/testing value .*verbs\/0/);
  });
});

describe("an object that a patch would spoil is taken out, and added whole", () => {
  const tabbed = "\tobject.spec.replicas < 5 &&\n\tobject.spec.paused\n";

  test("in components of their own", () => {
    const [was, is] = [1, 2].map((other) => ({
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: { name: "thing" },
      spec: { digits: 2 ** 60, other },
    }));
    const emitted = files({ changed: [{ object: object(was!), wanted: is! }] });
    expect(emitted).toMatchInlineSnapshot(
      {
        "without/namespace.yaml": expect.stringContaining("kind: NamespaceTransformer"),
      },
      `
      {
        "kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      components:
      - without
      - whole
      ",
        "whole/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      resources:
      - thing.example.com_thing.yaml
      ",
        "whole/thing.example.com_thing.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
      apiVersion: example.com/v1
      kind: Thing
      metadata:
        name: thing
        namespace: shop
      spec:
        digits: 1152921504606846976
        other: 2
      ",
        "without/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      patches:
      - patch: |
          apiVersion: example.com/v1
          kind: Thing
          metadata:
            name: thing
          "$patch": delete
      transformers:
      - namespace.yaml
      ",
        "without/namespace.yaml": StringContaining "kind: NamespaceTransformer",
      }
    `,
    );
  });

  test("with its namespace, and beside patches of others", async () => {
    const [plain, spoiled] = [object(role("reader", ["get"])), object(tabbedConfig("1"))];
    const documents = await rendered([plain, spoiled], {
      changed: [
        { object: plain, wanted: role("reader", ["list"]) },
        { object: spoiled, wanted: tabbedConfig("2") },
      ],
    });
    expect(documents).toEqual([
      role("reader", ["list"], "shop"),
      { ...tabbedConfig("2"), metadata: { name: "config", namespace: "shop" } },
    ]);
  });

  test("also where it is as in its base, but a patch would take off the namespace that kustomize gives it", async () => {
    const base = object(policy(tabbed));
    expect(await rendered([base], { changed: [{ object: base, wanted: base.data }] })).toEqual([policy(tabbed)]);
    expect(await rendered([], { resources: [base] })).toEqual([policy(tabbed)]);
    const other = object(policy("true"));
    const changed = [{ object: other, wanted: policy("true", "Ignore") }];
    expect(await rendered([other], { changed })).toEqual([policy("true", "Ignore")]);
  });

  test("or fails where it is not there", async () => {
    const changed = [{ object: object(policy(tabbed)), wanted: policy("true") }];
    await expect(rendered([object(role("reader", ["get"]))], { changed })).rejects.toThrow(/no matches for Id/);
  });
});
