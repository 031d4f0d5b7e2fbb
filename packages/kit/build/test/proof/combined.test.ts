import type { JsonObject } from "@kit/kube";
import { describe, test } from "vitest";
import { cart, json, podSpec, deployment, replacement, strategic, containers, image } from "./declarations.ts";
import { base } from "./proof-workspace.ts";
import { touched } from "./touched.ts";

const comp = (fields: JsonObject): JsonObject => ({
  apiVersion: "kustomize.config.k8s.io/v1alpha1",
  kind: "Component",
  ...fields,
});

describe.concurrent("paths that declarations touch together", () => {
  test("two folders deep, with the component between them", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          resources: ["../mid"],
          components: [],
          namePrefix: "p-",
          images: [{ name: "envoy", newTag: "9" }],
          patches: [strategic(deployment({ paused: true }))],
        },
        files: {
          "overlays/mid/kustomization.yaml": {
            resources: ["../low"],
            components: ["../../generated/environments/prod"],
            nameSuffix: "-m",
            labels: [{ pairs: { mid: "1" }, includeTemplates: true }],
            replicas: [{ name: "cart", count: 7 }],
          },
          "overlays/low/kustomization.yaml": {
            resources: [base],
            namePrefix: "l-",
            commonAnnotations: { low: "1" },
            patches: [json(cart, { op: "add", path: "/spec/minReadySeconds", value: 5 })],
          },
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.minReadySeconds: Deployment p-l-cart-m
      spec.paused: Deployment p-l-cart-m
      spec.template.spec.containers.1.image: Deployment p-l-cart-m"
    `);
  });

  test("strategic patch of many lists", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            strategic(
              podSpec({
                volumes: [
                  { name: "tmp", $patch: "delete" },
                  { name: "new", emptyDir: {} },
                ],
                containers: [
                  {
                    name: "cart",
                    volumeMounts: [{ name: "new", mountPath: "/x" }],
                    resources: { limits: { cpu: "1" } },
                  },
                ],
                tolerations: [{ key: "a" }],
                imagePullSecrets: [{ name: "s" }],
                hostAliases: [{ ip: "1.1.1.1", hostnames: ["a"] }],
                readinessGates: [{ conditionType: "x" }],
              }),
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.resources.limits.cpu: Deployment cart
      spec.template.spec.containers.0.volumeMounts.0.name: Deployment cart
      spec.template.spec.hostAliases.0.hostnames.0: Deployment cart
      spec.template.spec.readinessGates.0.conditionType: Deployment cart
      spec.template.spec.tolerations.0.key: Deployment cart
      spec.template.spec.volumes.0.name: Deployment cart"
    `);
  });

  test("replacements of every entry that make a list", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replacements: [
            replacement("spec.template.spec.containers.[name=cart].env.[name=HOST].value", [
              {
                select: { kind: "CronJob" },
                fieldPaths: [
                  "spec.jobTemplate.spec.template.spec.containers.*.env.[name=H].value",
                  "spec.jobTemplate.spec.template.spec.containers.0.image",
                ],
                options: { create: true },
              },
            ]),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.jobTemplate.spec.template.spec.containers.0.env.0.value: CronJob clean
      spec.jobTemplate.spec.template.spec.containers.0.image: CronJob clean"
    `);
  });

  test("a component that has ours", async ({ expect }) => {
    expect(
      await touched({
        overlay: { components: ["../../parts/a"] },
        files: {
          "parts/a/kustomization.yaml": comp({
            components: ["../../generated/environments/prod"],
            replicas: [{ name: "cart", count: 3 }],
          }),
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a patch file of several documents", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [{ path: "p.yaml" }] },
        files: {
          "overlays/prod/p.yaml": `${JSON.stringify(deployment({ paused: true }))}\n---\n${JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name: "cart", namespace: "shop" }, spec: { type: "NodePort" } })}\n`,
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.paused: Deployment cart
      spec.type: Service cart"
    `);
  });

  test("a generator and prefixes of two folders", async ({ expect }) => {
    expect(
      await touched({
        overlay: { resources: ["../mid"], namePrefix: "x-" },
        files: {
          "overlays/mid/kustomization.yaml": {
            resources: [base],
            namePrefix: "m-",
            configMapGenerator: [{ name: "flags", literals: ["A=1"] }],
          },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a patch by the name that a folder has given", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          resources: ["../mid"],
          patches: [
            strategic({
              apiVersion: "apps/v1",
              kind: "Deployment",
              metadata: { name: "m-cart" },
              spec: { paused: true },
            }),
          ],
        },
        files: { "overlays/mid/kustomization.yaml": { resources: [base], namePrefix: "m-" } },
      }),
    ).toMatchInlineSnapshot(`"spec.paused: Deployment m-cart"`);
  });

  test("images of what a patch has set", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [strategic(podSpec({ containers: [{ name: "proxy", image: "other" }] }))],
          images: [{ name: "other", newTag: "3" }],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.image: Deployment cart"`);
  });

  test("replacements in a component, and images above it", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          components: ["../../generated/environments/prod", "../../parts/a"],
          images: [{ name: "envoy", newTag: "7" }],
        },
        files: {
          "parts/a/kustomization.yaml": comp({
            replacements: [
              replacement(image, [
                {
                  select: { kind: "Service", name: "cart" },
                  fieldPaths: ["metadata.annotations.image"],
                  options: { create: true },
                },
              ]),
            ],
          }),
        },
      }),
    ).toMatchInlineSnapshot(`
      "metadata.annotations.image: Service cart
      spec.template.spec.containers.1.image: Deployment cart"
    `);
  });

  test("a JSON patch that counts after a removal", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            json(
              cart,
              { op: "remove", path: `${containers}/0/env/1` },
              { op: "replace", path: `${containers}/0/env/1/name`, value: "RENAMED" },
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.env.0.name: Deployment cart
      spec.template.spec.containers.0.env.1.name: Deployment cart"
    `);
  });
});
