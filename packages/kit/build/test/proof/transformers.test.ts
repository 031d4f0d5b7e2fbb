import { describe, test } from "vitest";
import { target, cart, image, replacement, deployment, json } from "./declarations.ts";
import { touched } from "./touched.ts";

describe.concurrent("paths that replacements, components and transformers touch", () => {
  test("replacements", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [{ name: "registry.example.com/shop/cart", newTag: "2.0.0" }],
          replacements: [
            replacement(
              image,
              [
                {
                  select: { kind: "Service" },
                  fieldPaths: ["metadata.labels.[app.kubernetes.io/version]"],
                  options: { create: true },
                },
              ],
              { delimiter: ":", index: 1 },
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "metadata.labels.app.kubernetes.io/version: Service cart, Service db
      spec.template.spec.containers.0.image: Deployment cart
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("replacements with a delimiter in the target", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replacements: [
            replacement("metadata.name", [
              { select: { kind: "Ingress" }, fieldPaths: ["spec.rules.0.host"], options: { delimiter: ".", index: 1 } },
            ]),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.rules.0.host: Ingress cart"`);
  });

  test("replacements with every entry", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replacements: [
            replacement(
              "metadata.name",
              [
                {
                  select: { kind: "Deployment" },
                  reject: [{ name: "x" }],
                  fieldPaths: ["spec.template.spec.containers.*.env.[name=HOST].value"],
                },
                { select: { kind: "Deployment" }, fieldPaths: ["spec.template.spec.initContainers.*.image"] },
              ].slice(1),
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.initContainers.0.image: Deployment cart
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("replacements of a whole map, by file", async ({ expect }) => {
    expect(
      await touched({
        overlay: { replacements: [{ path: "r.yaml" }] },
        files: {
          "overlays/prod/r.yaml": [
            replacement("spec.selector", [
              { select: target("Rollout", "web"), fieldPaths: ["spec.selector"], options: { create: true } },
            ]),
          ] as never,
        },
      }),
    ).toMatchInlineSnapshot(`"spec.selector.matchLabels.app: Rollout web"`);
  });

  test("replacements that make an entry", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replacements: [
            replacement("metadata.name", [
              {
                select: cart,
                fieldPaths: ["spec.template.spec.containers.[name=cart].env.[name=MADE].value"],
                options: { create: true },
              },
            ]),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.env.3.value: Deployment cart"`);
  });

  test("replacements with dots", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replacements: [
            replacement("metadata.name", [
              { select: cart, fieldPaths: ["metadata.annotations.a\\.b/c"], options: { create: true } },
            ]),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"metadata.annotations.a.b/c: Deployment cart"`);
  });

  test("replacement of a name", async ({ expect }) => {
    expect(
      await touched({
        overlay: { replacements: [replacement("metadata.labels.app", [{ select: target("NetworkPolicy", "cart") }])] },
      }),
    ).toMatchInlineSnapshot(`"metadata.name: NetworkPolicy cart"`);
  });

  test("other components, before and after", async ({ expect }) => {
    expect(
      await touched({
        overlay: { components: ["../../parts/one", "../../generated/environments/prod", "../../parts/two"] },
        files: {
          "parts/one/kustomization.yaml": {
            apiVersion: "kustomize.config.k8s.io/v1alpha1",
            kind: "Component",
            patches: [json(cart, { op: "add", path: "/spec/minReadySeconds", value: 1 })],
          },
          "parts/two/kustomization.yaml": {
            apiVersion: "kustomize.config.k8s.io/v1alpha1",
            kind: "Component",
            resources: ["new.yaml"],
            replicas: [{ name: "cart", count: 6 }],
            images: [{ name: "envoy", newTag: "3" }],
          },
          "parts/two/new.yaml": { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "new" } },
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.minReadySeconds: Deployment cart
      spec.template.spec.containers.1.image: Deployment cart"
    `);
  });

  test("transformers", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          transformers: [
            "t.yaml",
            JSON.stringify({
              apiVersion: "builtin",
              kind: "PrefixTransformer",
              metadata: { name: "p" },
              prefix: "t-",
              fieldSpecs: [{ path: "metadata/name", kind: "Service" }],
            }) + "\n",
            "dir",
          ],
        },
        files: {
          "overlays/prod/t.yaml": [
            {
              apiVersion: "builtin",
              kind: "LabelTransformer",
              metadata: { name: "l" },
              labels: { t: "1" },
              fieldSpecs: [
                { path: "metadata/labels", create: true },
                { path: "spec/template/spec/containers/env/x", kind: "None" },
              ],
            },
            {
              apiVersion: "builtin",
              kind: "AnnotationsTransformer",
              metadata: { name: "a" },
              annotations: { t: "2" },
              fieldSpecs: [{ path: "spec/jobTemplate/metadata/annotations", kind: "CronJob", create: true }],
            },
            {
              apiVersion: "builtin",
              kind: "ImageTagTransformer",
              metadata: { name: "i" },
              imageTag: { name: "registry.example.com/shop/web", newTag: "7" },
              fieldSpecs: [{ path: "spec/image" }],
            },
            {
              apiVersion: "builtin",
              kind: "ReplicaCountTransformer",
              metadata: { name: "r" },
              replica: { name: "web", count: 1 },
              fieldSpecs: [{ path: "spec/replicas", kind: "Rollout" }],
            },
            {
              apiVersion: "builtin",
              kind: "PatchTransformer",
              metadata: { name: "pt" },
              patch: '[{"op":"add","path":"/spec/paused","value":true}]',
              target: cart,
            },
            {
              apiVersion: "builtin",
              kind: "PatchStrategicMergeTransformer",
              metadata: { name: "ps" },
              patches: JSON.stringify(deployment({ minReadySeconds: 1 })),
            },
            {
              apiVersion: "builtin",
              kind: "PatchJson6902Transformer",
              metadata: { name: "pj" },
              path: "j.json",
              target: { version: "v1", kind: "ConfigMap", name: "cart-config" },
            },
            {
              apiVersion: "builtin",
              kind: "ReplacementTransformer",
              metadata: { name: "rt" },
              replacements: [
                replacement("metadata.name", [
                  { select: target("Rollout", "web"), fieldPaths: ["metadata.labels.from"], options: { create: true } },
                ]),
              ],
            },
          ]
            .map((one) => JSON.stringify(one))
            .join("\n---\n"),
          "overlays/prod/j.json": '[{"op":"add","path":"/data/J","value":"1"}]',
          "overlays/prod/dir/kustomization.yaml": { resources: ["d.yaml"] },
          "overlays/prod/dir/d.yaml": {
            apiVersion: "builtin",
            kind: "SuffixTransformer",
            metadata: { name: "s" },
            suffix: "-s",
            fieldSpecs: [{ path: "metadata/name", kind: "ConfigMap" }],
          },
        },
      }),
    ).toMatchInlineSnapshot(`
      "data.J: ConfigMap cart-config-s
      metadata.labels.from: Rollout web
      spec.image: Rollout web
      spec.minReadySeconds: Deployment cart
      spec.paused: Deployment cart
      spec.template.spec.containers.0.image: Rollout web"
    `);
  });

  test("vars", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          vars: [
            {
              name: "HOST",
              objref: { apiVersion: "v1", kind: "Service", name: "cart" },
              fieldref: { fieldpath: "metadata.name" },
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.env.1.value: Deployment cart"`);
  });
});
