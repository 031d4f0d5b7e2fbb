import { existsSync } from "node:fs";
import { exampleSystem, filesBelow, packageJson, runScript, temporaryRepository } from "@kit/testing";
import { loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";

const overlay = "overlays/dev/kustomization.yaml";
const entry = "packages/shop/placed/src/index.ts";

// What says a namespace itself, and what says none.
const placed = `import { defineService } from "typed-manifests";
import type { ShopEnvironment } from "../../environments/src/index.ts";
import { ValidatingAdmissionPolicy } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy";
import { CustomResourceDefinition } from "kubernetes-models/apiextensions.k8s.io/v1/CustomResourceDefinition";
import { ClusterRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding";
import { RoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";

const role = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" };
const subjects = [
  { kind: "ServiceAccount", name: "default", namespace: "monitoring" },
  { kind: "ServiceAccount", name: "default" },
  { kind: "ServiceAccount", name: "placed" },
  { apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "default" },
  { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "readers" },
];
const names = { plural: "widgets", singular: "widget", kind: "Widget" };
const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE" as const], resources: ["pods"] };
const schema = { openAPIV3Schema: { type: "object" as const } };

export default defineService<ShopEnvironment>({
  resources: [
    new Namespace({ metadata: { name: "monitoring" } }),
    new ConfigMap({ metadata: { name: "dashboard", namespace: "monitoring" } }),
    new ConfigMap({ metadata: { name: "dashboard" } }),
    new ClusterRoleBinding({ metadata: { name: "placed" }, roleRef: role, subjects }),
    new RoleBinding({ metadata: { name: "placed" }, roleRef: role, subjects }),
    new RoleBinding({ metadata: { name: "placed", namespace: "kube-system" }, roleRef: role, subjects }),
    new ValidatingAdmissionPolicy({
      metadata: { name: "placed" },
      spec: { matchConstraints: { resourceRules: [rule] }, validations: [{ expression: "true" }] },
    }),
    new CustomResourceDefinition({
      metadata: { name: "widgets.shop.example.com" },
      spec: {
        group: "shop.example.com",
        scope: "Cluster",
        names,
        versions: [{ name: "v1", served: true, storage: true, schema }],
      },
    }),
  ],
});
`;

/** The example, whose environment dev has a service of such objects too. */
function withPlaced(source = placed): Record<string, string> {
  const files = exampleSystem();
  const environments = "packages/shop/environments/src/index.ts";
  const text = files[environments]!.replace('namespace: "prod",', 'namespace: "prod",\n  services: ["cart"],');
  return {
    ...files,
    [environments]: text,
    "packages/shop/placed/package.json": packageJson("@shop/placed"),
    [entry]: source,
    [overlay]: files[overlay]!.replace("resources:", "resources:\n  - ../../generated/bases/shop/placed"),
  };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/** Where the rendered objects of dev are, and whom its bindings name. */
function places(root: string): string[] {
  const manifests = [...filesBelow(root, "generated/rendered/dev").values()].flatMap((text) => loadAll(text));
  return (manifests as Manifest[])
    .map(({ kind, metadata: { name, namespace = "–" }, subjects = [] }) =>
      [
        `${kind} ${namespace}/${name}`,
        ...subjects.map((one) => `${one.kind} ${one.namespace ?? "–"}/${one.name}`),
      ].join(", "),
    )
    .toSorted();
}

async function refusal(change: Record<string, string>): Promise<string> {
  using repository = temporaryRepository({ ...withPlaced(), ...change });
  const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(existsSync(`${repository.path}/generated`), "nothing is written").toBe(false);
  return stderr;
}

describe.concurrent("the environment's namespace", () => {
  test("is of what says none, in packages and in the overlay; the rest is as written", async ({ expect }) => {
    const files = withPlaced();
    using repository = temporaryRepository({
      ...files,
      [overlay]:
        files[overlay]!.replace("resources:", "resources:\n  - own.yaml") +
        "configMapGenerator:\n  - name: made\n    literals: [A=a]\n  - name: made-there\n    namespace: monitoring\n    literals: [A=a]\n" +
        "patches:\n  - path: patch.yaml\nreplicas:\n  - name: cart\n    count: 3\n",
      // Names no namespace: the object had none when it was read.
      "overlays/dev/patch.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cart-config }\ndata: { B: b }\n",
      "overlays/dev/own.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: { name: own }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: own, namespace: monitoring }
---
apiVersion: shop.example.com/v1
kind: Widget
metadata: { name: own }
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: own }
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: { name: own }
`,
    });
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(places(repository.path)).toMatchInlineSnapshot(`
      [
        "ClusterIssuer –/own",
        "ClusterRoleBinding –/placed, ServiceAccount monitoring/default, ServiceAccount dev/default, ServiceAccount dev/placed, User –/default, Group –/readers",
        "ConfigMap dev/cart-config",
        "ConfigMap dev/dashboard",
        "ConfigMap dev/made-cd7b9c545f",
        "ConfigMap monitoring/dashboard",
        "ConfigMap monitoring/made-there-cd7b9c545f",
        "CustomResourceDefinition –/widgets.shop.example.com",
        "Deployment dev/cart",
        "Issuer dev/own",
        "Namespace –/monitoring",
        "RoleBinding dev/placed, ServiceAccount monitoring/default, ServiceAccount dev/default, ServiceAccount dev/placed, User –/default, Group –/readers",
        "RoleBinding kube-system/placed, ServiceAccount monitoring/default, ServiceAccount dev/default, ServiceAccount dev/placed, User –/default, Group –/readers",
        "Service dev/cart",
        "ServiceAccount dev/own",
        "ServiceAccount monitoring/own",
        "ValidatingAdmissionPolicy –/placed",
        "Widget –/own",
      ]
    `);
    expect(await runScript("drift", { cwd: repository.path })).toMatchObject({ exitCode: 0 });
  });

  test("is not a different one that an overlay, or a folder below it, gives to everything", async ({ expect }) => {
    const files = exampleSystem();
    const shared = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n\nnamespace: old # the old one\n";
    const stderr = await refusal({
      "overlays/shared/kustomization.yaml": `${shared}resources: [map.yaml]\n`,
      "overlays/shared/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: shared }\n",
      [overlay]: withPlaced()[overlay]!.replace("resources:", "resources:\n  - ../shared"),
      "overlays/prod/kustomization.yaml": `namespace: production\n${files["overlays/prod/kustomization.yaml"]}`,
    });
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-namespace]: the overlay of "dev" would put every object of overlays/shared, on which it builds, into the namespace "old", also those that name one themselves; the environment's is "dev"
        where:  overlays/shared/kustomization.yaml:4
        to fix: delete the line. Where "old" is meant, write it as the \`namespace\` of the environment, or in the objects

      error[overlay-namespace]: the overlay of "prod" would put every object into the namespace "production", also those that name one themselves; the environment's is "prod"
        where:  overlays/prod/kustomization.yaml:1
        to fix: delete the line. Where "production" is meant, write it as the \`namespace\` of the environment, or in the objects
      "
    `);
  });

  test("may stand in an overlay too, where that changes nothing else", async ({ expect }) => {
    const files = exampleSystem();
    const before = temporaryRepository(files);
    const after = temporaryRepository({ ...files, [overlay]: `namespace: dev\n${files[overlay]}` });
    using repositories = new DisposableStack();
    repositories.use(before);
    repositories.use(after);
    const builds = [before, after].map(({ path }) => runScript("build", { cwd: path }));
    expect((await Promise.all(builds)).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(filesBelow(after.path, "generated")).toEqual(filesBelow(before.path, "generated"));
  });

  test("stands in no overlay where that moves what has another", async ({ expect }) => {
    const stderr = await refusal({
      // Two objects of one name would become one, which kustomize refuses itself.
      [entry]: placed
        .replace('    new ConfigMap({ metadata: { name: "dashboard" } }),\n', "")
        .replace('    new RoleBinding({ metadata: { name: "placed" }, roleRef: role, subjects }),\n', ""),
      [overlay]: `# in dev\nnamespace: dev\n${withPlaced()[overlay]}`,
    });
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-namespace]: \`namespace: dev\` of the overlay of "dev" changes what has a namespace of its own:
      Namespace monitoring would have another name
      RoleBinding kube-system/placed would be in dev
      ClusterRoleBinding placed: subjects[0].namespace would be dev, not monitoring
      ConfigMap monitoring/dashboard would be in dev
      ValidatingAdmissionPolicy placed is in no namespace, and would be in dev
        where:  overlays/dev/kustomization.yaml:2
        to fix: delete the line: the environment's component gives dev to what has none
      "
    `);
  });

  test("stands in no overlay where it makes one object of two", async ({ expect }) => {
    const stderr = await refusal({ [overlay]: `namespace: dev\n${withPlaced()[overlay]}` });
    expect(
      stderr
        .replace(/kustomize \d\S+ \(.*?\)/, "kustomize <version> (<origin>)")
        .replace(/conflict: .*/, "conflict: …"),
    ).toMatchInlineSnapshot(`
        "error[overlay-namespace]: kustomize <version> (<origin>) cannot build the overlay "dev":
        namespace transformation produces ID conflict: …
          where:  overlays/dev/kustomization.yaml:1
          to fix: delete the line, which would make one object of two: the environment's component gives its namespace to what has none
        "
      `);
  });

  test("is a DNS label", async ({ expect }) => {
    const environments = "packages/shop/environments/src/index.ts";
    const text = withPlaced()[environments]!;
    expect(
      await refusal({
        [environments]: text
          .replace('  namespace: "dev",\n', '  namespace: "Shop.dev",\n')
          .replace('  namespace: "prod",\n', "")
          .replace("", "// @ts-nocheck\n"),
      }),
    ).toMatchInlineSnapshot(`
      "error[environment-value]: environment "dev": namespace must be a DNS label, such as "shop-prod": at most 63 lower-case letters, digits and -, with a letter or digit at both ends, got "Shop.dev"
        where:  packages/shop/environments
        to fix: change namespace in the environment's file

      error[environment-value]: environment "prod": namespace is missing
        where:  packages/shop/environments
        to fix: give namespace a value in the environment's file
      "
    `);
  });
});
