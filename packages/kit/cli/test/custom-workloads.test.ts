import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleService, exampleSystem, plainGit, runScript, temporaryRepository } from "@kit/testing";
import { load } from "js-yaml";
import { expect, test } from "vitest";

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "shops.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Shop", plural: "shops" },
    versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema() } }],
  },
};

function schema(): object {
  const open = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  return {
    type: "object",
    properties: { spec: { type: "object", properties: { size: { type: "integer" }, pods: open } } },
  };
}

const workloads = `import { workload } from "typed-manifests";
import { Shop } from "./example.com/v1/Shop.ts";

export default [workload(Shop, { template: "spec.pods", replicas: "spec.size" })];
`;

/** The same system with its workload as a Shop, of which nobody but its owner knows where its pods are. */
function serviceOf(size: number): string {
  return exampleService("cart")
    .replace('"kubernetes-models/apps/v1/Deployment"', '"definitions/example.com/v1/Shop"')
    .replace("{ Deployment }", "{ Shop }")
    .replace("new Deployment(", "new Shop(")
    .replace("replicas: 2", `size: ${size}`)
    .replace("    selector: { matchLabels: labels },\n", "")
    .replace("template: {", "pods: {")
    .replace(
      "=> [",
      '=> [patch(deployment, { spec: { pods: { spec: { containers: [{ name: "cart", env: [{ name: "A", value: "a" }] }] } } } }), ',
    );
}

interface Rendered {
  readonly spec: {
    readonly size: number;
    readonly pods: { metadata: object; spec: { containers: readonly object[] } };
  };
}

test("a kind that its owner declares in a line is a workload to the build, the images, the checks and the review", async () => {
  using repository = temporaryRepository({
    ...exampleSystem(),
    "crds.json": JSON.stringify(definition),
    "packages/shop/cart/src/index.ts": serviceOf(3),
  });
  const root = repository.path;
  const run = (...[script, ...args]: [string, ...string[]]): ReturnType<typeof runScript> =>
    runScript(script, { cwd: root, args });
  await run("crds", "add", "crds.json");
  symlinkSync("../packages/definitions", join(root, "node_modules/definitions"));
  writeFileSync(join(root, "packages/definitions/workloads.ts"), workloads);

  const build = await run("build");
  expect(build).toMatchObject({ exitCode: 0 });
  const rendered = (): Rendered =>
    load(readFileSync(join(root, "generated/rendered/dev/50-shop-cart.yaml"), "utf8")) as Rendered;
  expect(rendered().spec).toEqual({
    size: 3,
    pods: {
      metadata: {
        labels: { app: "cart" },
        annotations: { "checksum/config": expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      },
      spec: {
        containers: [
          {
            name: "cart",
            // kustomize finds what is in `containers`, wherever that is.
            image: "shop-cart:1.0.0",
            envFrom: [{ configMapRef: { name: "cart-config" } }],
            env: [{ name: "A", value: "a" }],
          },
        ],
      },
    },
  });
  for (const args of [
    ["init", "-q"],
    ["add", "packages", "overlays", "generated"],
    ["commit", "-qm", "a shop"],
  ]) {
    execFileSync("git", args, { cwd: root, env: { ...process.env, ...plainGit } });
  }

  expect(await run("set-image", "dev", "shop-cart=1.0.1")).toMatchObject({ exitCode: 0 });
  writeFileSync(join(root, "packages/shop/cart/src/index.ts"), serviceOf(5));
  expect(await run("build")).toMatchObject({ exitCode: 0 });
  expect(rendered().spec.pods.spec.containers).toMatchObject([{ image: "shop-cart:1.0.1" }]);
  const review = await run("review", "HEAD");
  expect(review.stdout).toContain("rolls 5 pods of cart");
  expect(review.stdout).toContain("starts 2 pods more of cart");
  const check = await run("check", "prod", "--format", "json");
  expect(check.stdout).toContain("spec.pods.spec.containers[0]");
  const capacity = await run("capacity");
  expect(capacity.stdout).toMatch(/cart \(Shop\)/);
});

test("what is declared in another form is refused", async () => {
  using repository = temporaryRepository({
    ...exampleSystem(),
    "packages/definitions/workloads.ts": "export default { a: 1 };\n",
  });
  expect(await runScript("build", { cwd: repository.path })).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[definition-invalid]: the default export is {"a":1}, not a list of workloads
  where:  packages/definitions/workloads.ts
  to fix: write \`export default [workload(Rollout, { template: "spec.template" })]\`, say
`,
  });
});
