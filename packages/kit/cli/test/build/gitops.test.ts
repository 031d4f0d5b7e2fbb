import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, runScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

const file = "packages/gitops/src/index.ts";

/** The example with a package that says how it is synced. */
function synced(fields: string): Record<string, string> {
  return {
    ...exampleSystem(),
    "packages/gitops/package.json": JSON.stringify({
      name: "@manifests/gitops",
      type: "module",
      exports: "./src/index.ts",
      dependencies: { "@kit/gitops": "workspace:*" },
    }),
    [file]: `// @ts-nocheck
import { automaticSync, defineGitOps, manualSync } from "typed-manifests";
export default defineGitOps({
  repository: "https://git.example.com/team/manifests.git",
  branch: "main",
  engine: "argocd",
  environments: {
    dev: { destination: "minikube", policy: automaticSync() },
    prod: { destination: "minikube", policy: manualSync() },
  },
  ${fields}
});
`,
  };
}

describe.concurrent("how a repository is synced", () => {
  test("is written with everything else, and goes when nothing says it any more", async ({ expect }) => {
    using repository = temporaryRepository(synced(""));
    const first = await runScript("build", { cwd: repository.path });
    expect(first).toMatchObject({ exitCode: 0 });
    const written = readdirSync(join(repository.path, "generated/gitops/argocd"), { recursive: true }).map(String);
    expect(written.toSorted()).toEqual([
      "bootstrap.yaml",
      "environments",
      "environments/dev.yaml",
      "environments/prod.yaml",
    ]);
    const { exitCode, stdout } = await runScript("drift", { cwd: repository.path });
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    const explained = await runScript("gitops", { cwd: repository.path });
    expect(explained.stdout.split("\n\n")[0]).toBe(
      "Argo CD follows the branch main of https://git.example.com/team/manifests.git: what is committed as rendered.",
    );
    rmSync(join(repository.path, "packages/gitops"), { recursive: true });
    await runScript("build", { cwd: repository.path });
    expect(existsSync(join(repository.path, "generated/gitops"))).toBe(false);
  });

  test("stays as it is where not all environments are built", async ({ expect }) => {
    using repository = temporaryRepository(synced(""));
    await runScript("build", { cwd: repository.path });
    const bootstrap = join(repository.path, "generated/gitops/argocd/bootstrap.yaml");
    const before = readFileSync(bootstrap, "utf8");
    const { exitCode } = await runScript("build", { cwd: repository.path, args: ["dev"] });
    expect([exitCode, readFileSync(bootstrap, "utf8")]).toEqual([0, before]);
  });

  test("is refused with a password in the repository's URL: it is not shown, and nothing is written", async ({
    expect,
  }) => {
    const password = "hunter".repeat(3);
    using repository = temporaryRepository(synced(`repository: "https://bot:${password}@git.example.com/a.git",`));
    const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stdout, stderr }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[gitops-value]: repository has credentials in it
        where:  packages/gitops/src/index.ts
        to fix: take them out, and revoke them: give Argo CD or Flux a deploy key or a token of its own, in the cluster
      ",
        "stdout": "",
      }
    `);
    expect(existsSync(join(repository.path, "generated"))).toBe(false);
  });

  test("two environments in one namespace of a cluster are refused", async ({ expect }) => {
    const files = synced("");
    const environments = "packages/shop/environments/src/index.ts";
    using repository = temporaryRepository({
      ...files,
      [environments]: files[environments]!.replace('namespace: "prod"', 'namespace: "dev"'),
    });
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stderr }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[gitops-value]: dev and prod are both synced to the namespace "dev" of the cluster shop
        where:  packages/gitops/src/index.ts
        to fix: give one of them another namespace: the \`namespace\` of the environment prod, say
      ",
      }
    `);
    expect(existsSync(join(repository.path, "generated"))).toBe(false);
  });
});

test("pnpm gitops says what to add where a repository says nothing", async () => {
  using repository = temporaryRepository(exampleSystem());
  await runScript("build", { cwd: repository.path });
  expect(await runScript("gitops", { cwd: repository.path })).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[gitops-missing]: this repository does not say how it is synced: there is no packages/gitops
      where:  packages/gitops
      to fix: add the package, with export default defineGitOps({…}) of typed-manifests; docs/gitops.md has an example
    ",
      "stdout": "",
    }
  `);
});
