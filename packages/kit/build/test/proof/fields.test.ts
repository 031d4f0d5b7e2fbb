import { describe, test } from "vitest";
import { touched } from "./touched.ts";

describe.concurrent("paths that labels, images and the like touch", () => {
  test("nothing", async ({ expect }) => {
    expect(await touched({})).toMatchInlineSnapshot(`""`);
  });

  test("images", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [
            { name: "registry.example.com/shop/cart", newTag: "2.0.0" },
            { name: "postgres", newName: "db.example.com/postgres", digest: `sha256:${"a".repeat(64)}` },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "spec.template.spec.containers.0.image: Deployment cart, StatefulSet db
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("images that chain", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          images: [
            { name: "postgres", newName: "pg" },
            { name: "pg", newTag: "3" },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`"spec.template.spec.containers.0.image: StatefulSet db"`);
  });

  test("images by a regular expression", async ({ expect }) => {
    expect(
      await touched({
        overlay: { images: [{ name: "registry.example.com/shop/.*", newTag: "2.0.0" }] },
      }),
    ).toMatchInlineSnapshot(`
      "spec.jobTemplate.spec.template.spec.containers.0.image: CronJob clean
      spec.template.spec.containers.0.image: Deployment cart, Rollout web
      spec.template.spec.initContainers.1.image: Deployment cart"
    `);
  });

  test("images of a custom resource", async ({ expect }) => {
    expect(
      await touched({
        overlay: { images: [{ name: "registry.example.com/shop/web", newTag: "2" }], configurations: ["c.yaml"] },
        files: { "overlays/prod/c.yaml": { images: [{ kind: "Rollout", path: "spec/image" }] } },
      }),
    ).toMatchInlineSnapshot(`
      "spec.image: Rollout web
      spec.template.spec.containers.0.image: Rollout web"
    `);
  });

  test("labels", async ({ expect }) => {
    expect(await touched({ overlay: { labels: [{ pairs: { team: "shop", tier: "1" } }] } })).toMatchInlineSnapshot(
      `""`,
    );
  });

  test("labels in templates", async ({ expect }) => {
    expect(
      await touched({ overlay: { labels: [{ pairs: { team: "shop" }, includeTemplates: true }] } }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("labels in selectors", async ({ expect }) => {
    expect(
      await touched({ overlay: { labels: [{ pairs: { team: "shop" }, includeSelectors: true }] } }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("labels with fields", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          labels: [
            {
              pairs: { team: "shop" },
              fields: [{ path: "spec/template/metadata/labels", kind: "Rollout", create: true }],
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("commonLabels", async ({ expect }) => {
    expect(await touched({ overlay: { commonLabels: { team: "shop" } } })).toMatchInlineSnapshot(`""`);
  });

  test("commonAnnotations", async ({ expect }) => {
    expect(await touched({ overlay: { commonAnnotations: { team: "shop", number: "5" } } })).toMatchInlineSnapshot(
      `""`,
    );
  });

  test("commonAnnotations with configurations", async ({ expect }) => {
    expect(
      await touched({
        overlay: { commonAnnotations: { team: "shop" }, configurations: ["c.yaml"] },
        files: {
          "overlays/prod/c.yaml": {
            commonAnnotations: [{ kind: "Rollout", path: "spec/template/metadata/annotations", create: true }],
          },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("buildMetadata", async ({ expect }) => {
    expect(
      await touched({ overlay: { buildMetadata: ["managedByLabel", "originAnnotations", "transformerAnnotations"] } }),
    ).toMatchInlineSnapshot(`
      "metadata.annotations.alpha.config.kubernetes.io/transformations: Namespace shop, ServiceAccount cart, Role cart, RoleBinding cart, ConfigMap cart-config, Service cart, Service db, Deployment cart, StatefulSet db, CronJob clean, PodDisruptionBudget cart, Rollout web, Ingress cart, NetworkPolicy cart
      metadata.annotations.config.kubernetes.io/origin: Namespace shop, ServiceAccount cart, Role cart, RoleBinding cart, ConfigMap cart-config, Service cart, Service db, Deployment cart, StatefulSet db, CronJob clean, PodDisruptionBudget cart, Rollout web, Ingress cart, NetworkPolicy cart
      metadata.labels.app.kubernetes.io/managed-by: Namespace shop, ServiceAccount cart, Role cart, RoleBinding cart, ConfigMap cart-config, Service cart, Service db, Deployment cart, StatefulSet db, CronJob clean, PodDisruptionBudget cart, Rollout web, Ingress cart, NetworkPolicy cart"
    `);
  });

  test("replicas", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          replicas: [
            { name: "cart", count: 5 },
            { name: "db", count: 0 },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("replicas of a custom resource", async ({ expect }) => {
    expect(
      await touched({
        overlay: { replicas: [{ name: "web", count: 5 }], configurations: ["c.yaml"] },
        files: { "overlays/prod/c.yaml": { replicas: [{ kind: "Rollout", path: "spec/replicas", create: true }] } },
      }),
    ).toMatchInlineSnapshot(`""`);
  });
});
