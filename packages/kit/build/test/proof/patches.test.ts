import { describe, test } from "vitest";
import { target, cart, strategic, deployment, podSpec, json, containers } from "./declarations.ts";
import { touched } from "./touched.ts";

describe.concurrent("paths that patches touch", () => {
  test("prefix and suffix, and patches and replicas by the old names", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          namePrefix: "a-",
          nameSuffix: "-b",
          replicas: [{ name: "cart", count: 4 }],
          patches: [
            strategic(deployment({ paused: true })),
            json(cart, { op: "add", path: "/spec/minReadySeconds", value: 3 }),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.minReadySeconds: Deployment a-cart-b
      spec.paused: Deployment a-cart-b"
    `);
  });

  test("strategic patch of an entry", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [strategic(podSpec({ containers: [{ name: "proxy", image: "envoy:2" }] }))] },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.image: Deployment cart"`);
  });

  test("strategic patch with a new variable", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            strategic(
              podSpec({
                containers: [
                  {
                    name: "cart",
                    env: [
                      { name: "NEW", value: "1" },
                      { name: "HOST", value: "h" },
                    ],
                  },
                ],
              }),
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.env.0.value: Deployment cart
      spec.template.spec.containers.0.env.1.value: Deployment cart"
    `);
  });

  test("strategic patch with a new container, and images", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [
            { name: "registry.example.com/shop/cart", newTag: "2" },
            { name: "log", newTag: "9" },
          ],
          patches: [strategic(podSpec({ containers: [{ name: "log", image: "log" }] }))],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.image: Deployment cart
      spec.template.spec.containers.1.image: Deployment cart
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("strategic patch that deletes an entry", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [strategic(podSpec({ containers: [{ name: "proxy", $patch: "delete" }] }))] },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("strategic patch that replaces a list", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [strategic(podSpec({ containers: [{ $patch: "replace" }, { name: "one", image: "two" }] }))],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.image: Deployment cart
      spec.template.spec.containers.0.name: Deployment cart"
    `);
  });

  test("strategic patch that removes a field", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [strategic(deployment({ replicas: null, template: { spec: { volumes: null } } }))] },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("strategic patch that replaces a map", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [strategic(podSpec({ securityContext: { $patch: "replace", runAsUser: 5 } }))] },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.securityContext.runAsUser: Deployment cart"`);
  });

  test("strategic patch of a list without keys", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [strategic(podSpec({ containers: [{ name: "proxy", args: ["--c"] }] }))] },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.args.0: Deployment cart"`);
  });

  test("strategic patch of ports", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            strategic({
              apiVersion: "v1",
              kind: "Service",
              metadata: { name: "cart" },
              spec: {
                ports: [
                  { port: 80, nodePort: 30000 },
                  { port: 81, name: "b" },
                ],
              },
            }),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.ports.0.nodePort: Service cart
      spec.ports.1.name: Service cart"
    `);
  });

  test("strategic patch of a custom resource's list", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [{ name: "registry.example.com/shop/web", newTag: "2" }],
          patches: [
            strategic({
              apiVersion: "argoproj.io/v1alpha1",
              kind: "Rollout",
              metadata: { name: "web" },
              spec: { template: { spec: { containers: [{ name: "web", image: "registry.example.com/shop/web" }] } } },
            }),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.image: Rollout web
      spec.template.spec.containers.0.name: Rollout web"
    `);
  });

  test("strategic patch of spread constraints", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            strategic(
              podSpec({
                topologySpreadConstraints: [{ topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", maxSkew: 2 }],
              }),
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.topologySpreadConstraints.0.maxSkew: Deployment cart"`);
  });

  test("strategic patch with a target of many", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            {
              target: { kind: "Deployment|StatefulSet" },
              patch: JSON.stringify({
                apiVersion: "apps/v1",
                kind: "Deployment",
                metadata: { name: "any", annotations: { a: "b" } },
              }),
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"metadata.annotations.a: Deployment cart, StatefulSet db"`);
  });

  test("strategic patch by labels", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            {
              target: { labelSelector: "app=cart" },
              patch: JSON.stringify({
                apiVersion: "v1",
                kind: "Any",
                metadata: { name: "any", annotations: { a: "b" } },
              }),
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(
      `"metadata.annotations.a: ConfigMap cart-config, Service cart, Deployment cart, CronJob clean"`,
    );
  });

  test("strategic patch by labels that it has from the overlay", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          labels: [{ pairs: { team: "shop" } }],
          patches: [json({ labelSelector: "app in (cart)" }, { op: "add", path: "/metadata/labels/x", value: "1" })],
        },
      }),
    ).toMatchInlineSnapshot(`"metadata.labels.x: ConfigMap cart-config, Service cart, Deployment cart, CronJob clean"`);
  });

  test("patch that deletes an object", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [strategic({ apiVersion: "v1", kind: "Service", metadata: { name: "db" }, $patch: "delete" })],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("patch with a target that deletes objects", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            {
              target: { kind: "Service" },
              patch: JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name: "x" }, $patch: "delete" }),
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("JSON patch", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            json(
              cart,
              { op: "replace", path: "/spec/replicas", value: 9 },
              { op: "add", path: "/metadata/annotations", value: { "a/b": "c" } },
              { op: "remove", path: "/spec/template/metadata/annotations/checksum~1config" },
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "metadata.annotations.a/b: Deployment cart
      spec.replicas: Deployment cart"
    `);
  });

  test("JSON patch of entries", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [{ name: "registry.example.com/shop/cart", newTag: "2" }],
          patches: [
            json(
              cart,
              { op: "add", path: `${containers}/0/env/0`, value: { name: "FIRST", value: "1" } },
              { op: "remove", path: `${containers}/0/env/2` },
              { op: "add", path: `${containers}/-`, value: { name: "last", image: "log" } },
              { op: "replace", path: `${containers}/1/args/0`, value: "--z" },
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.env.0.name: Deployment cart
      spec.template.spec.containers.0.env.0.value: Deployment cart
      spec.template.spec.containers.0.image: Deployment cart
      spec.template.spec.containers.1.args.0: Deployment cart
      spec.template.spec.containers.2.image: Deployment cart
      spec.template.spec.containers.2.name: Deployment cart
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("JSON patch that moves and copies", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            json(
              cart,
              { op: "move", from: `${containers}/1`, path: `${containers}/0` },
              { op: "copy", from: `${containers}/0/args/0`, path: `${containers}/0/args/-` },
              { op: "move", from: "/spec/replicas", path: "/spec/minReadySeconds" },
            ),
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.minReadySeconds: Deployment cart
      spec.template.spec.containers.0.args.2: Deployment cart"
    `);
  });

  test("JSON patch by path in YAML", async ({ expect }) => {
    expect(
      await touched({
        overlay: { patches: [{ target: cart, path: "p.yaml" }] },
        files: { "overlays/prod/p.yaml": "- op: replace\n  path: /spec/replicas\n  value: 7\n" },
      }),
    ).toMatchInlineSnapshot(`"spec.replicas: Deployment cart"`);
  });

  test("JSON patch of the whole", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [json(target("ConfigMap", "cart-config"), { op: "replace", path: "/data", value: { x: "y" } })],
        },
      }),
    ).toMatchInlineSnapshot(`"data.x: ConfigMap cart-config"`);
  });

  test("patchesStrategicMerge and patchesJson6902", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patchesStrategicMerge: ["p.yaml", JSON.stringify(deployment({ paused: true })) + "\n"],
          patchesJson6902: [
            {
              target: { group: "apps", version: "v1", kind: "Deployment", name: "cart" },
              patch: "- {op: replace, path: /spec/replicas, value: 8}\n",
            },
          ],
        },
        files: {
          "overlays/prod/p.yaml": `${JSON.stringify(deployment({ minReadySeconds: 4 }))}\n---\n${JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "cart-config" }, data: { NEW: "1" } })}\n`,
        },
      }),
    ).toMatchInlineSnapshot(`
      "data.NEW: ConfigMap cart-config
      spec.minReadySeconds: Deployment cart
      spec.paused: Deployment cart
      spec.replicas: Deployment cart"
    `);
  });

  test("a renaming patch", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            {
              target: target("Service", "db"),
              patch: JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name: "database" } }),
              options: { allowNameChange: true },
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a patch that changes the kind", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          patches: [
            {
              target: target("StatefulSet", "db"),
              patch: JSON.stringify({
                apiVersion: "apps/v1",
                kind: "Deployment",
                metadata: { name: "db" },
                spec: { serviceName: null },
              }),
              options: { allowKindChange: true },
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });
});
