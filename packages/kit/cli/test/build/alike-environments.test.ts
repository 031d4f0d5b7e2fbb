import { execFileSync } from "node:child_process";
import { changedFiles, exampleSystem, filesBelow, runScript, temporaryRepository } from "@kit/testing";
import type { ScriptResult, TestDirectory } from "@kit/testing";
import { describe, test } from "vitest";

const entry = "packages/shop/environments/src/index.ts";
const shared = "overlays/prod-base/kustomization.yaml";

/** Two regions from one definition, with what differs in types, and one folder for what both overlays have. */
function regions(kind: "Kustomization" | "Component" = "Kustomization"): Record<string, string> {
  const { "overlays/prod/kustomization.yaml": _, ...files } = exampleSystem();
  const source = files[entry]!;
  const start = source.indexOf("const prod = ");
  const definition = `
const production = (region: "eu" | "us", { frontendUrl }: Pick<ShopEnvironment, "frontendUrl">) =>
  defineEnvironment<ShopEnvironment>({
    id: \`prod-\${region}\`,
    environment: "production",
    namespace: \`prod-\${region}\`,
    cluster,
    frontendUrl,
  });
const eu = production("eu", { frontendUrl: "https://shop.example.eu" });
const us = production("us", { frontendUrl: "https://shop.example.com" });

export default defineSystem({
  schema,
  environments: [dev, eu, us],
  policy: definePolicy({ profile: "development" }),
});
`;
  const overlay = (region: string): string =>
    kind === "Component"
      ? `resources: [../../generated/bases/shop/cart]\ncomponents: [../prod-base, ../../generated/environments/prod-${region}]\n`
      : `resources: [../prod-base]\ncomponents: [../../generated/environments/prod-${region}]\n`;
  const bases = kind === "Component" ? "" : "resources:\n  - ../../generated/bases/shop/cart\n";
  return {
    ...files,
    [entry]: source.slice(0, start) + definition,
    "overlays/dev/kustomization.yaml": files["overlays/dev/kustomization.yaml"]!.replace('"1.0.0"', '"1.1.0"'),
    [shared]: `kind: ${kind}\n${bases}images:\n  - name: shop-cart # both regions\n    newTag: "1.0.0"\n`,
    "overlays/prod-eu/kustomization.yaml": overlay("eu"),
    "overlays/prod-us/kustomization.yaml": overlay("us"),
  };
}

function committed(files: Readonly<Record<string, string>>): TestDirectory {
  const repository = temporaryRepository(files);
  const git = (...args: string[]): unknown => execFileSync("git", args, { cwd: repository.path, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "overlays");
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message", "First");
  return repository;
}

/** A command, and the overlays that it changed. */
async function run(
  { path: cwd }: TestDirectory,
  name: string,
  ...args: readonly string[]
): Promise<ScriptResult & { readonly changed: readonly string[] }> {
  const before = filesBelow(cwd, "overlays");
  const result = await runScript(name, { cwd, args });
  return { ...result, changed: changedFiles(before, filesBelow(cwd, "overlays")) };
}

describe.concurrent("environments that are alike", () => {
  test("have one definition and one folder of overlays/, and are promoted to together", async ({ expect }) => {
    using repository = committed(regions());
    expect(await run(repository, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    const rendered = filesBelow(repository.path, "generated/rendered");
    const urls = ["eu", "us"].map((region) =>
      /FRONTEND_URL: (.*)/
        .exec(rendered.get(`generated/rendered/prod-${region}/10-configmap-cart-config.yaml`)!)
        ?.at(1),
    );
    expect(urls).toEqual(["https://shop.example.eu", "https://shop.example.com"]);
    expect((await run(repository, "images")).stdout).toMatchInlineSnapshot(`
      "image      dev    prod-eu  prod-us
      shop-cart  1.1.0  1.0.0    1.0.0

      set in images: of overlays/<environment>, but for
        prod-eu  shop-cart: overlays/prod-base/kustomization.yaml:5
        prod-us  shop-cart: overlays/prod-base/kustomization.yaml:5
      "
    `);

    const one = await run(repository, "promote", "dev", "prod-eu");
    expect(one).toMatchObject({ exitCode: 2, stdout: "", changed: [] });
    expect(one.stderr).toMatchInlineSnapshot(`
      "error[image-entry]: prod-eu has shop-cart from overlays/prod-base/kustomization.yaml, and so does prod-us
        where:  overlays/prod-base/kustomization.yaml
        to fix: name prod-eu prod-us together; or write an entry for it in \`images:\` of overlays/prod-eu/kustomization.yaml
      "
    `);

    const both = await run(repository, "promote", "dev", "prod-eu", "prod-us", "cart");
    expect(both).toMatchObject({ exitCode: 0, changed: [shared] });
    expect(both.stdout).toMatchInlineSnapshot(`
      "prod-eu is to deploy what dev does:
        shop-cart  1.0.0 → 1.1.0

      prod-eu: 1 changed

        routine Deployment prod-eu/cart  rolls 2 pods of cart
          generated/rendered/prod-eu/18-deployment-cart.yaml, by overlays/prod-eu/kustomization.yaml
          routine image-tag: cart runs 1.1.0 instead of 1.0.0
          1 field (--all shows them)

      1 changed: 1 routine (from generated/rendered to the changed overlays/prod-base/kustomization.yaml)
      prod-us is to deploy what dev does:
        shop-cart  1.0.0 → 1.1.0

      prod-us: 1 changed

        routine Deployment prod-us/cart  rolls 2 pods of cart
          generated/rendered/prod-us/18-deployment-cart.yaml, by overlays/prod-us/kustomization.yaml
          routine image-tag: cart runs 1.1.0 instead of 1.0.0
          1 field (--all shows them)

      1 changed: 1 routine (from generated/rendered to the changed overlays/prod-base/kustomization.yaml)
      "
    `);
    expect(filesBelow(repository.path, "overlays").get(shared)).toContain(
      'images:\n  - name: shop-cart # both regions\n    newTag: "1.1.0"\n',
    );
  });

  test("may share a component", async ({ expect }) => {
    using repository = committed(regions("Component"));
    expect(await run(repository, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    const set = await run(repository, "set-image", "prod-us", "shop-cart=2.0.0", "--dry-run");
    expect(set).toMatchObject({ exitCode: 2, changed: [] });
    expect(set.stderr).toMatchInlineSnapshot(`
      "error[image-entry]: prod-us has shop-cart from overlays/prod-base/kustomization.yaml, and so does prod-eu
        where:  overlays/prod-base/kustomization.yaml
        to fix: name prod-us prod-eu together; or write an entry for it in \`images:\` of overlays/prod-us/kustomization.yaml
      "
    `);
    expect(await run(repository, "set-image", "prod-us", "prod-eu", "shop-cart=2.0.0")).toMatchObject({
      exitCode: 0,
      stderr: "now run `pnpm build`, and commit overlays/ with generated/\n",
      changed: [shared],
    });
  });

  test("one of which has an entry of its own changes that", async ({ expect }) => {
    const files = regions();
    const eu = "overlays/prod-eu/kustomization.yaml";
    using repository = committed({ ...files, [eu]: `${files[eu]!}images: [{name: shop-cart, newTag: "0.9.0"}]\n` });
    expect(await run(repository, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await run(repository, "set-image", "prod-eu", "shop-cart=1.0.1")).toMatchObject({
      exitCode: 0,
      changed: [eu],
    });
    // What the folder says of it is for the other one alone then.
    expect(await run(repository, "promote", "dev", "prod-us")).toMatchObject({ exitCode: 0, changed: [shared] });
  });

  test("a folder of overlays/ that nobody lists is refused", async ({ expect }) => {
    const files = regions();
    const eu = "overlays/prod-eu/kustomization.yaml";
    using repository = temporaryRepository({
      ...files,
      "overlays/prod-uk/kustomization.yaml": files[eu]!,
      "overlays/shared/late/kustomization.yaml": "resources: [late.yaml]\n",
      "overlays/shared/late/late.yaml":
        "apiVersion: builtin\nkind: AnnotationsTransformer\nmetadata: {name: late}\nannotations: {a: b}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n",
      [eu]: `${files[eu]!}transformers: [../shared/late]\n`,
    });
    expect(await run(repository, "build")).toMatchInlineSnapshot(`
      {
        "changed": [],
        "exitCode": 2,
        "stderr": "error[overlay-unlisted]: overlays/prod-uk is of no environment, and no overlay lists it
        where:  overlays/prod-uk/kustomization.yaml
        to fix: list it in \`resources\` or \`components\` of an overlay, or delete it. Did you mean prod-us?
      ",
        "stdout": "",
      }
    `);
    expect(await run(repository, "build", "dev")).toMatchObject({ exitCode: 0 });
  });
});
