import { existsSync } from "node:fs";
import { join } from "node:path";
import { exampleOverlay, exampleSystem, gitRepository, runScript, temporaryRepository } from "@kit/testing";
import { describe, test } from "vitest";

const entry = "packages/shop/environments/src/index.ts";
const base = "../../generated/bases/shop/cart";

/** The example with environments for each of these overlays, which may also be text. */
function withOverlays(overlays: Readonly<Record<string, object | string>>): Record<string, string> {
  const files = exampleSystem();
  const ids = JSON.stringify(Object.keys(overlays));
  return {
    ...Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith("overlays/"))),
    [entry]: files[entry]!.replace(
      "environments: [dev, prod]",
      `environments: ${ids}.map((id) => ({ ...(id === "prod" ? prod : dev), id, namespace: id }))`,
    ),
    ...Object.fromEntries(
      Object.entries(overlays).map(([id, content]) => [
        `overlays/${id}/kustomization.yaml`,
        typeof content === "string" ? content : JSON.stringify(content),
      ]),
    ),
  };
}

const component = (id: string): string => `../../generated/environments/${id}`;

describe.concurrent("a build that is not proved", () => {
  test("says all that is wrong of all environments, and writes nothing", async ({ expect }) => {
    using repository = temporaryRepository({
      ...withOverlays({
        // The folder has no base.
        missing: { resources: ["../../shared/nothing"], components: [component("missing")] },
        // The component is built before the base is there.
        early: { resources: ["../../shared/early", base] },
        moved: {
          resources: [base],
          components: [component("moved")],
          transformers: [
            "{ apiVersion: builtin, kind: NamespaceTransformer, metadata: { name: n, namespace: elsewhere } }\n",
          ],
        },
        below: { resources: ["../../shared/below"], components: [component("below")] },
        foreign: { resources: [base, "../other/foreign"], components: [component("foreign")] },
      }),
      "shared/nothing/kustomization.yaml": '{ "namePrefix": "x-", "resources": ["own.yaml"] }',
      "shared/nothing/own.yaml": "{ apiVersion: v1, kind: ConfigMap, metadata: { name: own } }",
      "shared/early/kustomization.yaml": '{ "components": ["../../generated/environments/early"] }',
      "shared/below/kustomization.yaml": JSON.stringify({
        resources: [base],
        patches: [
          {
            target: { kind: "Deployment" },
            patch: '[{"op":"add","path":"/spec/template/metadata/annotations","value":{"team":"shop"}}]',
          },
        ],
      }),
      "overlays/other/foreign/kustomization.yaml":
        '{ "resources": ["../../../generated/bases/shop/cart"], "namePrefix": "second-" }',
    });
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, written: existsSync(join(repository.path, "generated")) }).toEqual({
      exitCode: 2,
      written: false,
    });
    expect(stderr).toMatchInlineSnapshot(`
      "error[rendered-differs]: ConfigMap "cart-config" in "missing", Deployment "cart" in "missing" and Service "cart" in "missing" of packages/shop/cart are missing from what the overlay "missing" renders, and no patch of the overlay deletes them
        where:  overlays/missing/kustomization.yaml
        to fix: name the base in the overlay, or in a folder that the overlay builds on: docs/proof.md

      error[rendered-differs]: ConfigMap "cart-config" in "early" of packages/shop/cart and packages/shop/environments comes out of the overlay "early" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "early" (the environment's namespace), got nothing
        data: wanted {"FRONTEND_URL":"http://localhost:3000","ENVIRONMENT":"development"}, got nothing
        where:  overlays/early/kustomization.yaml
        to fix: this is what the base has: the component generated/environments/early did not reach it. Name the base in a kustomization that is built before the component is: docs/proof.md

      error[rendered-differs]: Deployment "cart" in "early" of packages/shop/cart and packages/shop/environments comes out of the overlay "early" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "early" (the environment's namespace), got nothing
        spec.template.metadata.annotations: wanted {"checksum/config":"e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f…, got nothing
        where:  overlays/early/kustomization.yaml
        to fix: this is what the base has: the component generated/environments/early did not reach it. Name the base in a kustomization that is built before the component is: docs/proof.md

      error[rendered-differs]: Service "cart" in "early" of packages/shop/cart comes out of the overlay "early" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "early" (the environment's namespace), got nothing
        where:  overlays/early/kustomization.yaml
        to fix: this is what the base has: the component generated/environments/early did not reach it. Name the base in a kustomization that is built before the component is: docs/proof.md

      error[rendered-differs]: ConfigMap "cart-config" in "moved" of packages/shop/cart and packages/shop/environments comes out of the overlay "moved" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "moved" (the environment's namespace), got "elsewhere"
        where:  overlays/moved/kustomization.yaml
        to fix: change it in the package, or declare it in the overlay; docs/proof.md says what is compared

      error[rendered-differs]: Deployment "cart" in "moved" of packages/shop/cart and packages/shop/environments comes out of the overlay "moved" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "moved" (the environment's namespace), got "elsewhere"
        where:  overlays/moved/kustomization.yaml
        to fix: change it in the package, or declare it in the overlay; docs/proof.md says what is compared

      error[rendered-differs]: Service "cart" in "moved" of packages/shop/cart comes out of the overlay "moved" otherwise than its package says, and nothing that the overlay declares can have done it:
        metadata.namespace: wanted "moved" (the environment's namespace), got "elsewhere"
        where:  overlays/moved/kustomization.yaml
        to fix: change it in the package, or declare it in the overlay; docs/proof.md says what is compared

      error[overlay-overwritten]: spec.template.metadata.annotations of Deployment "cart" is changed below the component of "below", whose patch changes it as well: the one is lost in the other, and kustomize says nothing
        where:  shared/below/kustomization.yaml, patches[0]
                generated/environments/below/patch-deployment-cart.yaml
        to fix: change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component

      error[rendered-differs]: the overlay "foreign" renders ConfigMap "second-cart-config" in "foreign", Service "second-cart" in "foreign" and Deployment "second-cart" in "foreign", which no package has for this environment, and which the overlay does not bring itself
        where:  overlays/foreign/kustomization.yaml
        to fix: take the base out of the overlay, or name its service in the environment's \`services\`: docs/proof.md
      "
    `);
  });
});

describe.concurrent("a build that is proved", () => {
  test("says what is not, and whose pods do not roll", async ({ expect }) => {
    using elsewhere = gitRepository({
      "part/kustomization.yaml":
        '{ "apiVersion": "kustomize.config.k8s.io/v1alpha1", "kind": "Component", "replicas": [{ "name": "cart", "count": 5 }] }',
    });
    using repository = temporaryRepository(
      withOverlays({
        dev: `${exampleOverlay("dev", ["cart"])}patches:
  - patch: |-
      apiVersion: v1
      kind: ConfigMap
      metadata: { name: cart-config }
      data: { FRONTEND_URL: "http://localhost:4000" }
`,
        prod: { resources: [base], components: [component("prod"), `file://${elsewhere.path}//part`] },
      }),
    );
    const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const said = stdout
      .replaceAll(elsewhere.path, "<elsewhere>")
      .replace(/kustomize \d\S+ \(.*?\)/, "kustomize …")
      .replace(/\d+ checks/, "… checks");
    expect(said).toMatchInlineSnapshot(`
      "generated/: 18 written, 0 removed, 0 unchanged
      rendered by kustomize …:
        dev: 3 objects
        prod: 3 objects
      not proved in prod: 1 object: Deployment cart
          overlays/prod/kustomization.yaml, components[1]: it is not of this repository

      warning config-map-patched: 1 finding  docs/checks/config-map-patched.md
        it changes the ConfigMap cart-config, and the pods of Deployment cart go on with the old values: their checksum is made before the overlay
        to fix: set the values in the package of the environments, or bring them in a ConfigMap of the overlay's own \`configMapGenerator\`, whose name has a hash
          overlays/dev/kustomization.yaml:11:5  patches[0]

      checked: 2 environments, 6 objects, … checks: 0 errors, 1 warning, 19 notes
      "
    `);
  });
});
