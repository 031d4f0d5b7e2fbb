import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { exampleService, exampleSystem, filesBelow, packageJson, runScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

/** The example with a second service, in a folder of its own. */
function withService(folder: string): Record<string, string> {
  const files = exampleSystem();
  const listed = ["dev", "prod"].map((id) => {
    const overlay = `overlays/${id}/kustomization.yaml`;
    return [overlay, files[overlay]!.replace("components:", `  - ../../generated/bases/shop/${folder}\ncomponents:`)];
  });
  return {
    ...files,
    ...(Object.fromEntries(listed) as Record<string, string>),
    [`packages/shop/${folder}/package.json`]: packageJson("@shop/other"),
    [`packages/shop/${folder}/src/index.ts`]: exampleService("other"),
  };
}

describe.concurrent("folders that macOS and Windows take for one", () => {
  test("differ by case", async ({ expect }) => {
    using repository = temporaryRepository(withService("Cart"));
    const { exitCode, stderr } = await runScript("images", { cwd: repository.path });
    expect([exitCode, stderr]).toMatchInlineSnapshot(`
      [
        2,
        "error[package-layout]: the folders "Cart" and "cart" differ only by case: macOS and Windows have one of them alone
        where:  packages/shop/cart
        to fix: rename one of them, with what names it
      ",
      ]
    `);
    expect(await runScript("build", { cwd: repository.path })).toEqual({ exitCode, stdout: "", stderr });
    expect(existsSync(join(repository.path, "generated"))).toBe(false);
  });

  test("differ by how Unicode writes a letter", async ({ expect }) => {
    const [composed, decomposed] = ["caf\u00e9", "cafe\u0301"] as const;
    using repository = temporaryRepository({
      ...withService(composed),
      [`packages/shop/${decomposed}/package.json`]: packageJson("@shop/third"),
      [`packages/shop/${decomposed}/src/index.ts`]: exampleService("third"),
    });
    expect(await runScript("build", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[package-layout]: the folders "cafe\\u0301" and "caf\\u00e9" differ only by how Unicode writes their letters: macOS and Windows have one of them alone
        where:  packages/shop/café
        to fix: rename one of them, with what names it
      ",
        "stdout": "",
      }
    `);
    expect(existsSync(join(repository.path, "generated"))).toBe(false);
  });
});

test("a build is the same in a folder with spaces and letters, reached by a link, as is the temporary directory", async () => {
  using plain = temporaryRepository(exampleSystem());
  using odd = temporaryRepository({});
  // As `/tmp` and `/var` are on macOS.
  for (const folder of ["Our Müll (1)", "temporary"]) mkdirSync(join(odd.path, folder));
  symlinkSync("temporary", join(odd.path, "linked-temporary"));
  symlinkSync("Our Müll (1)", join(odd.path, "linked"));
  const root = join(odd.path, "Our Müll (1)");
  cpSync(plain.path, root, { recursive: true, verbatimSymlinks: true });
  const env = { TMPDIR: join(odd.path, "linked-temporary") };
  const built = await runScript("build", { cwd: plain.path });
  expect(await runScript("build", { cwd: join(odd.path, "linked"), env })).toEqual(built);
  expect(built.exitCode).toBe(0);
  expect([...filesBelow(root, "generated")]).toEqual([...filesBelow(plain.path, "generated")]);
  expect(readdirSync(join(odd.path, "temporary"))).toEqual([]);
});

test("what a build writes is portable, however objects are called", async () => {
  const files = exampleSystem();
  const names = [
    "system:Node",
    "system:node",
    "Caf\u00e9",
    "Cafe\u0301",
    "caf\u00e9",
    "a*b",
    "a?b",
    "a|b",
    'a"b',
    "CON",
    "con",
    "a",
  ];
  const roles = names.map((name) => `new ClusterRole({ metadata: { name: ${JSON.stringify(name)} }, rules: [] })`);
  using repository = temporaryRepository({
    ...files,
    "packages/shop/cart/src/index.ts": files["packages/shop/cart/src/index.ts"]!.replace(
      "\n",
      '\nimport { ClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";\n',
    ).replace("resources: [", `resources: [${roles.join(", ")}, `),
  });
  const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
  // Checks may find that both environments, which share a cluster, have these.
  expect([exitCode! <= 1, stderr]).toEqual([true, ""]);
  const paths = [...filesBelow(repository.path, "generated").keys()];
  expect(paths.filter((path) => path.includes("clusterrole")).length).toBe(3 * names.length);
  const folded = paths.map((path) => path.normalize("NFC").toLowerCase());
  expect(new Set(folded).size).toBe(paths.length);
  // Letters that every file system keeps; no part that Windows reserves, or that is longer than a name may be.
  expect(paths.filter((path) => !/^[a-z0-9._/-]+$/.test(path))).toEqual([]);
  const parts = paths.flatMap((path) => path.split("/"));
  expect(
    parts.filter((part) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$/.test(part) || part.length > 255),
  ).toEqual([]);
});
