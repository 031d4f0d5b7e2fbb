import { describe, test } from "vitest";
import { base } from "./proof-workspace.ts";
import { touched } from "./touched.ts";

describe.concurrent("paths that names and generators touch", () => {
  test("namePrefix", async ({ expect }) => {
    expect(await touched({ overlay: { namePrefix: "a-" } })).toMatchInlineSnapshot(`""`);
  });

  test("nameSuffix", async ({ expect }) => {
    expect(await touched({ overlay: { nameSuffix: "-b" } })).toMatchInlineSnapshot(`""`);
  });

  test("namespace", async ({ expect }) => {
    expect(await touched({ overlay: { namespace: "shop" } })).toMatchInlineSnapshot(`""`);
  });

  test("a generator with references", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          configMapGenerator: [{ name: "flags", literals: ["FLAG=1"] }],
          secretGenerator: [{ name: "cart-secret", literals: ["A=1"] }],
          generatorOptions: { labels: { g: "1" } },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a generator with references and a prefix", async ({ expect }) => {
    expect(
      await touched({
        overlay: { namePrefix: "x-", configMapGenerator: [{ name: "flags", literals: ["FLAG=1"] }] },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a generator that merges into ours", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          configMapGenerator: [
            {
              name: "cart-config",
              behavior: "merge",
              literals: ["LOG_LEVEL=DEBUG", "NEW=1"],
              options: { labels: { l: "1" }, annotations: { a: "2" } },
            },
          ],
        },
      }),
    ).toMatchInlineSnapshot(`
      "data.LOG_LEVEL: ConfigMap cart-config
      data.NEW: ConfigMap cart-config
      metadata.annotations.a: ConfigMap cart-config
      metadata.labels.l: ConfigMap cart-config"
    `);
  });

  test("a generator that replaces ours", async ({ expect }) => {
    expect(
      await touched({
        overlay: { configMapGenerator: [{ name: "cart-config", behavior: "replace", literals: ["ONLY=1"] }] },
      }),
    ).toMatchInlineSnapshot(`"data.ONLY: ConfigMap cart-config"`);
  });

  test("a generator that merges files", async ({ expect }) => {
    expect(
      await touched({
        overlay: {
          configMapGenerator: [
            { name: "cart-config", behavior: "merge", files: ["f.txt", "key=g.txt"], envs: ["e.env"] },
          ],
        },
        files: { "overlays/prod/f.txt": "f", "overlays/prod/g.txt": "g", "overlays/prod/e.env": "E=1\n" },
      }),
    ).toMatchInlineSnapshot(`
      "data.E: ConfigMap cart-config
      data.LOG_LEVEL: ConfigMap cart-config
      data.URL: ConfigMap cart-config
      data.f.txt: ConfigMap cart-config
      data.key: ConfigMap cart-config"
    `);
  });

  test("own resources", async ({ expect }) => {
    expect(
      await touched({
        overlay: { namePrefix: "x-", resources: [base, "own.yaml", "../../other"] },
        files: {
          "overlays/prod/own.yaml": `${JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "own" } })}\n---\n${JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ apiVersion: "v1", kind: "Secret", metadata: { name: "listed" } }] })}\n`,
          "other/kustomization.yaml": { resources: ["o.yaml"], namePrefix: "o-", commonLabels: { o: "1" } },
          "other/o.yaml": {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: { name: "other" },
            spec: { template: {} },
          },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("a reference to an own resource", async ({ expect }) => {
    expect(
      await touched({
        overlay: { namePrefix: "x-", resources: [base, "own.yaml"] },
        files: { "overlays/prod/own.yaml": { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "flags" } } },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("generators as plugins", async ({ expect }) => {
    expect(
      await touched({
        overlay: { generators: ["g.yaml"] },
        files: {
          "overlays/prod/g.yaml": {
            apiVersion: "builtin",
            kind: "ConfigMapGenerator",
            metadata: { name: "flags" },
            literals: ["FLAG=1"],
          },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("name references of a custom resource", async ({ expect }) => {
    expect(
      await touched({
        overlay: { namePrefix: "x-", configurations: ["c.yaml"] },
        files: {
          "overlays/prod/c.yaml": {
            nameReference: [
              { kind: "Service", fieldSpecs: [{ kind: "Rollout", path: "spec/strategy/canary/stableService" }] },
            ],
            namePrefix: [{ path: "metadata/name" }, { path: "metadata/labels/app", kind: "Rollout" }],
          },
        },
      }),
    ).toMatchInlineSnapshot(`""`);
  });

  test("sortOptions", async ({ expect }) => {
    expect(await touched({ overlay: { sortOptions: { order: "fifo" } } })).toMatchInlineSnapshot(`""`);
  });

  test("openapi", async ({ expect }) => {
    expect(await touched({ overlay: { openapi: { version: "v1.21.2" as never } } })).toMatchInlineSnapshot(`""`);
  });
});
