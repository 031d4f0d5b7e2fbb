import { exampleSystem, runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const overlay = "overlays/dev/kustomization.yaml";

/** A folder beside overlays/, a component of its own, and every field that needs neither network nor Helm. */
const files = {
  [overlay]: `metadata: {name: dev}
resources: [../../shared/dev, runner.yaml, knative.yaml, list.yaml]
components: [../../shared/tags, ../../generated/environments/dev]
configurations: [images.yaml]
crds: [crd.json]
openapi: {version: v1.21.2}
sortOptions: {order: fifo}
generatorOptions: {labels: {by: hand}}
configMapGenerator:
  - {name: made, literals: [A=1], files: [made.txt], envs: [made.env], options: {disableNameSuffixHash: true}}
labels:
  - {pairs: {team: shop}, includeTemplates: true}
commonAnnotations: {note: by-hand}
replicas: [{name: cart, count: 3}]
patches:
  - {path: patch.yaml}
  - target: {kind: Service, name: cart}
    patch: '[{"op": "add", "path": "/metadata/annotations", "value": {"a/b": "c"}}]'
patchesStrategicMerge: ["{apiVersion: v1, kind: Service, metadata: {name: cart}, spec: {sessionAffinity: ClientIP}}"]
patchesJson6902: [{target: {group: apps, version: v1, kind: Deployment, name: cart}, path: patch.json}]
replacements: [{path: replacement.yaml}]
vars: [{name: CART, objref: {apiVersion: v1, kind: Service, name: cart}}]
images:
  - &entry {name: ghcr.io/team/runner, newTag: v2.1.0}
  - {name: r.io/side, newName: q.io/side, newTag: "3"}
generators:
  - |-
    apiVersion: builtin
    kind: ConfigMapGenerator
    metadata: {name: inline}
    literals: [B=2]
transformers:
  - |-
    apiVersion: builtin
    kind: AnnotationsTransformer
    metadata: {name: inline}
    annotations: {late: "yes"}
    fieldSpecs: [{path: metadata/annotations, create: true}]
  - ../../shared/transformers
`,
  "overlays/dev/runner.yaml":
    "apiVersion: ci.example.com/v1\nkind: Runner\nmetadata: {name: builder}\nspec: {image: ghcr.io/team/runner, sidecar: {image: ghcr.io/team/cache}}\n",
  "overlays/dev/images.yaml": "images: [{path: spec/image, kind: Runner}]\n",
  // Of the same kind and name as the package's Service, and of another group.
  "overlays/dev/knative.yaml":
    'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: cart, labels: {bad: "no spaces allowed"}}\nspec: {template: {spec: {containers: [{image: "r.io/side:1"}]}}}\n',
  "overlays/dev/list.yaml":
    "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: listed}, data: {a: b}}]\n",
  "overlays/dev/crd.json": '{"x.Foo": {"Schema": {"properties": {"kind": {"type": "string"}}}}}',
  "overlays/dev/made.txt": "made\n",
  "overlays/dev/made.env": "C=3\n",
  "overlays/dev/patch.yaml":
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\nspec: {minReadySeconds: 5}\n",
  "overlays/dev/patch.json": '[{"op": "add", "path": "/spec/revisionHistoryLimit", "value": 2}]',
  "overlays/dev/replacement.yaml":
    "source: {kind: ConfigMap, name: made, fieldPath: data.A}\ntargets: [{select: {kind: ConfigMap, name: inline}, fieldPaths: [data.B]}]\n",
  "shared/dev/kustomization.yml": "resources: [../../generated/bases/shop/cart]\n",
  "shared/tags/Kustomization":
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: [{name: shop-cart, newTag: "1.0.0"}]\n',
  "shared/transformers/kustomization.yaml": "resources: [late.yaml]\n",
  "shared/transformers/late.yaml":
    "apiVersion: builtin\nkind: ImageTagTransformer\nmetadata: {name: late}\nimageTag: {name: q.io/side, newTag: '4'}\n",
};

test("what kustomize builds, the commands take", async () => {
  using repository = temporaryRepository({ ...exampleSystem(), ...files });
  const run = async (name: string, ...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await runScript(name, { cwd: repository.path, args });
    return `${exitCode}\n${stdout}${stderr}`;
  };
  const built = await run("build", "dev");
  expect(built.replace(/^[^]*?\n\n(?=error )/, "").replace(/checked:[^]*$/, "")).toMatchInlineSnapshot(`
    "error label-syntax: 1 finding  docs/checks/api-validity.md#label-syntax
      the label's value "no spaces allowed" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit
      to fix: correct the label's value
        generated/rendered/dev/13-service.serving.knative.dev_cart.yaml:9:5  Service dev/cart, metadata.labels.bad

    warning deprecated-kustomization-field: 3 findings  docs/checks/deprecated-kustomization-field.md
      the field patchesJson6902 is deprecated
      to fix: write \`patches\`, with a target
        overlays/dev/kustomization.yaml:20:1  patchesJson6902
      the field patchesStrategicMerge is deprecated
      to fix: write \`patches\`
        overlays/dev/kustomization.yaml:19:1  patchesStrategicMerge
      the field vars is deprecated
      to fix: write \`replacements\`
        overlays/dev/kustomization.yaml:22:1  vars

    "
  `);
  expect(await run("images", "dev")).toMatchInlineSnapshot(`
    "0
    image                dev
    ghcr.io/team/runner  v2.1.0
    r.io/side            q.io/side:4
    shop-cart            1.0.0

    set in images: of overlays/<environment>, but for
      dev  r.io/side: overlays/dev/kustomization.yaml:25, then shared/transformers/late.yaml (q.io/side, transformers)
      dev  shop-cart: shared/tags/Kustomization:3
    "
  `);
  expect(await run("set-image", "dev", "r.io/side=5", "shop-cart=2", "ghcr.io/team/runner=v3")).toMatchInlineSnapshot(`
    "2
    error[image-entry]: dev has r.io/side from an ImageTagTransformer of another file, which is not changed from here
      where:  shared/transformers/late.yaml
      to fix: change it there by hand: it comes after every entry of \`images:\`

    error[image-entry]: dev has shop-cart from the entry shop-cart in images[0] of another file, which is not changed from here
      where:  shared/tags/Kustomization:3
      to fix: change it there by hand: it may be for other environments too; or write an entry for it in \`images:\` of overlays/dev/kustomization.yaml
    "
  `);
});
