import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  exampleService,
  exampleSystem,
  filesBelow,
  packageJson,
  runScript,
  temporaryRepository,
  type TestDirectory,
} from "@kit/testing";
import { describe, test } from "vitest";

const cart = "packages/shop/cart/src/index.ts";
const ofShop = "packages/shop/lib/src/index.ts";

/** The example, whose service takes its labels from its system's library, which takes a team from that of all systems. */
function sharing(): Record<string, string> {
  return {
    ...exampleSystem(),
    "packages/lib/package.json": packageJson("@acme/lib"),
    "packages/lib/src/index.ts": 'export const team: string = "platform";\n',
    "packages/shop/lib/package.json": packageJson("@shop/lib"),
    [ofShop]: `import { team } from "@acme/lib";

export function labelsOf(app: string): Record<string, string> {
  return { app, team };
}
`,
    [cart]: exampleService("cart")
      .replace(
        "import type { ShopEnvironment }",
        'import { labelsOf } from "@shop/lib";\nimport type { ShopEnvironment }',
      )
      .replace('const labels = { app: "cart" };', 'const labels = labelsOf("cart");'),
  };
}

/** As pnpm links the packages of a workspace. */
function repositoryOf(files: Readonly<Record<string, string>>): TestDirectory {
  const repository = temporaryRepository(files);
  for (const [name, folder] of [
    ["@acme/lib", "packages/lib"],
    ["@shop/lib", "packages/shop/lib"],
  ] as const) {
    const link = join(repository.path, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository.path, folder), link, "dir");
  }
  return repository;
}

describe.concurrent("code that services share", () => {
  test("is no service and no system, and is there for them", async ({ expect }) => {
    using repository = repositoryOf(sharing());
    // As pnpm links what a library depends on: below it is everything that this depends on in turn, and more than once.
    mkdirSync(join(repository.path, "packages/shop/lib/node_modules"));
    symlinkSync(repository.path, join(repository.path, "packages/shop/lib/node_modules/all"), "dir");
    expect(await runScript("build", { cwd: repository.path })).toMatchObject({ exitCode: 0, stderr: "" });
    const files = filesBelow(repository.path, "generated");
    expect([...files.keys()].filter((path) => path.startsWith("generated/bases/"))).toEqual([
      "generated/bases/shop/cart/configmap-cart-config.yaml",
      "generated/bases/shop/cart/deployment-cart.yaml",
      "generated/bases/shop/cart/kustomization.yaml",
      "generated/bases/shop/cart/service-cart.yaml",
    ]);
    expect(files.get("generated/bases/shop/cart/service-cart.yaml")).toContain("team: platform");
  });

  test("is type-checked", async ({ expect }) => {
    const files = sharing();
    using repository = repositoryOf({
      ...files,
      [ofShop]: files[ofShop]!.replace("{ app, team }", "{ app, team: 1 }"),
    });
    expect(await runScript("build", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[does-not-compile]: TypeScript does not compile:
      packages/shop/lib/src/index.ts(4,17): error TS2322: Type 'number' is not assignable to type 'string'.
        where:  tsconfig.json
        to fix: correct what the compiler names; nothing was written
      ",
        "stdout": "",
      }
    `);
  });

  test("says which values everybody may know", async ({ expect }) => {
    const files = sharing();
    const key = "Zk3vQ9xW7mP2rT8yL4nB6cD1fG5hJ0aS";
    const reading = files[cart]!.replace(
      "import { labelsOf }",
      'import { browserKey } from "@acme/lib";\nimport { labelsOf }',
    ).replace("data: { FRONTEND_URL", "data: { BROWSER_API_KEY: browserKey, FRONTEND_URL");
    using plain = repositoryOf({ ...files, [cart]: reading, "packages/lib/src/index.ts": libraryWith(`"${key}"`) });
    expect(await runScript("build", { cwd: plain.path })).toMatchObject({ exitCode: 2 });
    const declared = libraryWith(`publicValue("${key}", "browsers are given it")`);
    using open = repositoryOf({ ...files, [cart]: reading, "packages/lib/src/index.ts": declared });
    expect(await runScript("build", { cwd: open.path })).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("leaves no place for a system of that name", async ({ expect }) => {
    const files = exampleSystem();
    using repository = temporaryRepository({
      ...files,
      "packages/lib/environments/package.json": packageJson("@lib/environments"),
      "packages/lib/environments/src/index.ts": files["packages/shop/environments/src/index.ts"]!,
    });
    expect(await runScript("build", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[package-layout]: packages/lib has a package "environments", but code that systems share is there, and no system
        where:  packages/lib/environments
        to fix: give the system another name
      ",
        "stdout": "",
      }
    `);
  });
});

function libraryWith(browserKey: string): string {
  return `import { publicValue } from "typed-manifests";

export const team: string = "platform";
export const browserKey: string = ${browserKey};
`;
}
