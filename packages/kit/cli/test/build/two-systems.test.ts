import { exampleService, exampleSystem, filesBelow, packageJson, runScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

const environments = "packages/shop/environments/src/index.ts";

/** The example beside a system `blog` with a service of the same name, and other values. */
function twoSystems(): Record<string, string> {
  const files = exampleSystem();
  const overlayOf = (id: string): string =>
    files[`overlays/${id}/kustomization.yaml`]!.replaceAll(
      "../../generated/bases/shop/",
      "../../../generated/bases/blog/",
    ).replaceAll("../../generated/environments/", "../../../generated/environments/blog/");
  return {
    ...files,
    "packages/blog/environments/package.json": packageJson("@blog/environments"),
    "packages/blog/environments/src/index.ts": inBlog(files[environments]!),
    "packages/blog/cart/package.json": packageJson("@blog/cart"),
    "packages/blog/cart/src/index.ts": exampleService("cart").replace("port: 8080", "port: 9090"),
    "overlays/blog/dev/kustomization.yaml": overlayOf("dev"),
    "overlays/blog/prod/kustomization.yaml": overlayOf("prod"),
  };
}

function inBlog(text: string): string {
  return text.replaceAll(/"(dev|prod)"/g, '"blog-$1"').replaceAll('id: "blog-', 'id: "blog/');
}

test("two systems have a service of one name each", async () => {
  using repository = temporaryRepository(twoSystems());
  const cwd = repository.path;
  expect(await runScript("build", { cwd })).toMatchObject({ exitCode: 0, stderr: "" });
  const files = filesBelow(cwd, "generated");
  const services = [...files].filter(([path]) => path.endsWith("-cart.yaml") && path.includes("service-"));
  expect(
    services.map(([path, text]) => [path, /port: (\d+)/.exec(text)?.[1], /namespace: (.*)/.exec(text)?.[1]]),
  ).toEqual([
    ["generated/bases/blog/cart/service-cart.yaml", "9090", undefined],
    ["generated/bases/shop/cart/service-cart.yaml", "8080", undefined],
    ["generated/rendered/blog/dev/13-service-cart.yaml", "9090", "blog-dev"],
    ["generated/rendered/blog/prod/13-service-cart.yaml", "9090", "blog-prod"],
    ["generated/rendered/dev/13-service-cart.yaml", "8080", "dev"],
    ["generated/rendered/prod/13-service-cart.yaml", "8080", "prod"],
  ]);
  expect(await runScript("drift", { cwd })).toMatchObject({ exitCode: 0 });
});

describe.concurrent("pnpm migrate", () => {
  test("is what the build names for overlays of before, and makes them build", async ({ expect }) => {
    const files = twoSystems();
    // As somebody wrote them: comments, quotes and order are theirs.
    const before = {
      "overlays/dev/kustomization.yaml": `# The first one.
resources: # bases
  - "../../generated/bases/cart" # the cart
  - ../shared
namespace: dev # by hand
images:
  - { name: shop-cart, newTag: '1.0.0' }
components: [ ../../generated/environments/dev ]
`,
      "overlays/prod/kustomization.yaml": `{"namespace": "prod", "resources": ["../../generated/bases/cart"],
 "components": ["../../generated/environments/prod"]}
`,
      "overlays/blog/prod/kustomization.yaml": files["overlays/blog/prod/kustomization.yaml"]!.replace(
        "resources:\n  - ../../../generated/bases/blog/cart",
        "namespace: blog-prod\r\nresources:\n  - ../../../generated/bases/cart/ # CR LF above",
      ),
      // Nothing is old in it.
      "overlays/shared/kustomization.yaml":
        "kind: Kustomization\nresources: []\nconfigMapGenerator:\n  - name: empty\n",
    };
    using repository = temporaryRepository({ ...files, ...before });
    const cwd = repository.path;
    const build = await runScript("build", { cwd });
    expect({ ...build, stderr: build.stderr.replaceAll(/^ +where.*\n/gm, "") }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[overlay-reference]: bases are in generated/bases/<system>/<service> now, and nothing is at ../../../generated/bases/cart/
        to fix: run \`pnpm migrate\`, which rewrites the paths in every overlay

      error[overlay-reference]: bases are in generated/bases/<system>/<service> now, and nothing is at ../../generated/bases/cart
        to fix: run \`pnpm migrate\`, which rewrites the paths in every overlay

      error[overlay-reference]: bases are in generated/bases/<system>/<service> now, and nothing is at ../../generated/bases/cart
        to fix: run \`pnpm migrate\`, which rewrites the paths in every overlay
      ",
        "stdout": "",
      }
    `);
    expect(await runScript("migrate", { cwd })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "overlays/blog/prod/kustomization.yaml: changed 1 path into bases and the line \`namespace:\`
      overlays/dev/kustomization.yaml: changed 1 path into bases and the line \`namespace:\`
      overlays/prod/kustomization.yaml: changed 1 path into bases and the line \`namespace:\`
      ",
      }
    `);
    const overlays = filesBelow(cwd, "overlays");
    expect(Object.keys(before).map((path) => [path, overlays.get(path)])).toMatchInlineSnapshot(`
      [
        [
          "overlays/dev/kustomization.yaml",
          "# The first one.
      resources: # bases
        - "../../generated/bases/shop/cart" # the cart
        - ../shared
      # by hand
      images:
        - { name: shop-cart, newTag: '1.0.0' }
      components: [ ../../generated/environments/dev ]
      ",
        ],
        [
          "overlays/prod/kustomization.yaml",
          "{"resources": ["../../generated/bases/shop/cart"],
       "components": ["../../generated/environments/prod"]}
      ",
        ],
        [
          "overlays/blog/prod/kustomization.yaml",
          "apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - ../../../generated/bases/blog/cart/ # CR LF above
      components:
        - ../../../generated/environments/blog/prod
      images:
        - name: shop-cart
          newTag: "1.0.0"
      ",
        ],
        [
          "overlays/shared/kustomization.yaml",
          "kind: Kustomization
      resources: []
      configMapGenerator:
        - name: empty
      ",
        ],
      ]
    `);
    expect(await runScript("build", { cwd })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await runScript("migrate", { cwd })).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: "overlays/ is up to date\n",
    });
  });

  test("asks where a folder may mean services of two systems, and writes nothing", async ({ expect }) => {
    const files = twoSystems();
    const overlay = files["overlays/dev/kustomization.yaml"]!.replace("bases/shop/cart", "bases/cart");
    using repository = temporaryRepository({
      ...files,
      "overlays/dev/kustomization.yaml": overlay,
      "overlays/sandbox/kustomization.yaml": "resources:\n- ../../generated/bases/cart\n",
    });
    const before = filesBelow(repository.path, "overlays");
    expect(await runScript("migrate", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[overlay-reference]: ../../generated/bases/cart may mean a service of several systems: "blog", "shop"
        where:  overlays/sandbox/kustomization.yaml
        to fix: write the one that is meant: generated/bases/blog/…, say
      ",
        "stdout": "",
      }
    `);
    expect(filesBelow(repository.path, "overlays")).toEqual(before);
  });
});
