import { describe, expect, test } from "vitest";
import { formatImages, listImages } from "../src/index.ts";
import { overlayText } from "./overlay-text.ts";

const digest = `sha256:${"ab".repeat(32)}`;

function environment(
  id: string,
  text: string,
  images: readonly string[],
  others: Readonly<Record<string, string>> = {},
): Parameters<typeof listImages>[0][number] {
  const containers = images.map((image) => ({ image }));
  const objects = [{ kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec: { containers } } } } } }];
  return { ...overlayText(id, text, others), objects };
}

test("what runs where, and what has not been built", () => {
  const dev = environment(
    "dev",
    `images:
  - name: web
    newTag: "2.0"
  - name: api
    newName: registry:5000/acme/api
    digest: ${digest}
  - name: tool
    newName: acme/tool
  - name: gone
    newTag: "1"
`,
    ["web:1.9", `registry:5000/acme/api@${digest}`, "acme/tool:3", "busybox:1.21", "busybox:1.22"],
  );
  const prod = environment("prod", 'images: [{name: web, newTag: "1.9"}]\n', ["web:1.9", "busybox"]);
  const images = listImages([dev, prod]);
  expect(formatImages(["dev", "prod"], images)).toMatchInlineSnapshot(`
    "image    dev                                          prod
    api      registry:5000/acme/api@sha256:abababababab…  –
    busybox  1.21, 1.22                                   no tag
    gone     1 *                                          –
    tool     acme/tool:3                                  –
    web      2.0 *                                        1.9

    * dev: the overlay says gone:1, generated/rendered has nothing of it
    * dev: the overlay says web:2.0, generated/rendered has web:1.9
    run \`pnpm build\`

    set in images: of overlays/<environment>, but for
      dev  busybox: no entry
      prod  busybox: no entry
    "
  `);
  expect(images.find(({ name }) => name === "web")).toEqual({
    name: "web",
    deployed: [
      {
        environment: "dev",
        reference: "web:2.0",
        rendered: ["web:1.9"],
        agrees: false,
        setBy: [by("dev", 2)],
        namedBy: [],
      },
      {
        environment: "prod",
        reference: "web:1.9",
        rendered: ["web:1.9"],
        agrees: true,
        setBy: [by("prod", 1)],
        namedBy: [],
      },
    ],
  });
});

test("a registry that is not built yet is one row", () => {
  const text = 'images: [{name: web, newName: acme/web, newTag: "2.0"}]\n';
  const setBy = [{ file: "overlays/dev/kustomization.yaml", line: 1, field: "images", entry: "web" }];
  expect(listImages([environment("dev", text, ["web:1.9"])])).toEqual([
    {
      name: "web",
      deployed: [
        { environment: "dev", reference: "acme/web:2.0", rendered: ["web:1.9"], agrees: false, setBy, namedBy: [] },
      ],
    },
  ]);
});

test("every image with what sets it, wherever that is", () => {
  const dev = environment(
    "dev",
    `resources: [../part, pods.yaml]
components: [../shared]
images:
  - name: web
    newName: r/web
  - name: r/web
    newTag: "2"
  - name: suite/.*
    newTag: "3"
  - name: old
    newTag: "9"
transformers: [tags.yaml]
`,
    ["r/web:2", "suite/a:3", "suite/b:3", "part:4", "tool:5", "data:1", "busybox:1.21", "elsewhere:7", "patched"],
    {
      "overlays/dev/pods.yaml": pods("web", "suite/a", "suite/b", "tool", "busybox:1.21", "replaced"),
      "overlays/dev/tags.yaml": "apiVersion: builtin\nkind: ImageTagTransformer\nimageTag: {name: tool, newTag: '5'}\n",
      "overlays/part/kustomization.yaml": 'resources: [pods.yaml]\nimages:\n- {name: part, newTag: "4"}\n',
      "overlays/part/pods.yaml": pods("part"),
      "overlays/shared/kustomization.yaml": "kind: Component\nresources: [pods.yaml]\n",
      "overlays/shared/pods.yaml": "{kind: Pod, spec: {volumes: [{image: {reference: data:1}}]}}\n",
    },
  );
  expect(formatImages(["dev"], listImages([dev]))).toMatchInlineSnapshot(`
    "image      dev
    busybox    1.21
    data       1
    elsewhere  7
    old        9 *
    part       4
    patched    no tag
    suite/a    3
    suite/b    3
    tool       5
    web        r/web:2

    * dev: the overlay says old:9, generated/rendered has nothing of it
    run \`pnpm build\`

    set in images: of overlays/<environment>, but for
      dev  busybox: no entry, as overlays/dev/pods.yaml has it
      dev  data: no entry, as overlays/shared/pods.yaml has it
      dev  elsewhere: no entry
      dev  part: overlays/part/kustomization.yaml:3
      dev  patched: no entry
      dev  suite/a: overlays/dev/kustomization.yaml:8 (suite/.*)
      dev  suite/b: overlays/dev/kustomization.yaml:8 (suite/.*)
      dev  tool: overlays/dev/tags.yaml (transformers)
      dev  web: overlays/dev/kustomization.yaml:4, then overlays/dev/kustomization.yaml:6 (r/web)
    "
  `);
});

test("no images at all", () => {
  expect(formatImages(["dev"], listImages([environment("dev", "kind: Kustomization\n", [])]))).toBe("image  dev\n");
});

function pods(...images: readonly string[]): string {
  return JSON.stringify({ kind: "Pod", spec: { containers: images.map((image) => ({ image })) } });
}

function by(id: string, line: number): object {
  return { file: `overlays/${id}/kustomization.yaml`, line, field: "images", entry: "web" };
}

describe("a table that is wider than a terminal", () => {
  const ids = ["dev", "staging", "prod-eu", "prod-us"];
  /** Environments of three images from a registry and one from elsewhere. */
  function wide(tag: (id: string) => string): string {
    const environments = ids.map((id) => {
      const own = ["basket", "catalog", "storefront"].map(
        (name) => `- {name: bazaar/${name}, newName: registry.example.com/bazaar/${name}, ${tag(id)}}\n`,
      );
      const text = `images:\n${own.join("")}- {name: proxy, newName: mirror/nginx, newTag: "1.29"}\n- {name: postgres, newTag: "17.4"}\n`;
      return environment(id, text, []);
    });
    return formatImages(ids, listImages(environments)).split("\n\n* ")[0]!;
  }

  test("says once what an image is deployed from", () => {
    expect(wide((id) => `newTag: "${id === "dev" ? "1.4.0-rc.2" : "1.3.0"}"`)).toMatchInlineSnapshot(`
      "image              dev           staging  prod-eu  prod-us
      bazaar/basket      1.4.0-rc.2 *  1.3.0 *  1.3.0 *  1.3.0 *
      bazaar/catalog     1.4.0-rc.2 *  1.3.0 *  1.3.0 *  1.3.0 *
      bazaar/storefront  1.4.0-rc.2 *  1.3.0 *  1.3.0 *  1.3.0 *
      postgres           17.4 *        17.4 *   17.4 *   17.4 *
      proxy              1.29 *        1.29 *   1.29 *   1.29 *

      deployed from
        registry.example.com/<image>: bazaar/basket, bazaar/catalog, bazaar/storefront
        mirror/nginx: proxy"
    `);
  });

  test("or has lines for each image", () => {
    expect(wide((id) => `newTag: "1.3.0", digest: ${id === "dev" ? digest : digest.replaceAll("ab", "cd")}`))
      .toMatchInlineSnapshot(`
      "bazaar/basket
        registry.example.com/bazaar/basket:1.3.0@sha256:abababababab… *  dev
        registry.example.com/bazaar/basket:1.3.0@sha256:cdcdcdcdcdcd… *  staging, prod-eu, prod-us
      bazaar/catalog
        registry.example.com/bazaar/catalog:1.3.0@sha256:abababababab… *  dev
        registry.example.com/bazaar/catalog:1.3.0@sha256:cdcdcdcdcdcd… *  staging, prod-eu, prod-us
      bazaar/storefront
        registry.example.com/bazaar/storefront:1.3.0@sha256:abababababab… *  dev
        registry.example.com/bazaar/storefront:1.3.0@sha256:cdcdcdcdcdcd… *  staging, prod-eu, prod-us
      postgres
        17.4 *  dev, staging, prod-eu, prod-us
      proxy
        mirror/nginx:1.29 *  dev, staging, prod-eu, prod-us"
    `);
  });
});
