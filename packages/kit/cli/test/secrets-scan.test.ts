import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { madeSecrets, runScript, temporaryDirectory, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

const token = madeSecrets(7).find(({ kind }) => kind === "a GitHub token")!.value;

/** A module of a package that declares a value public. */
const source = (value: string): string => `export const key = publicValue("${value}", "browsers load it");\n`;

/** A git repository with a secret in each file of another sort. */
function withSecrets(): ReturnType<typeof temporaryRepository> {
  const repository = temporaryRepository({
    ".gitignore": "node_modules\n.env\ngenerated/ignored.yaml\n",
    ".env": token,
    "docs/a.md": `# A\n\n${token}\n`,
    "deploy/secret.yaml": "kind: ConfigMap\n---\nkind: Secret\nmetadata: { name: a }\ndata: { TOKEN: eA== }\n",
    "generated/ignored.yaml": `a: ${token}\n`,
    "gone.txt": token,
  });
  writeFileSync(join(repository.path, "a.bin"), Buffer.concat([Buffer.from([0, 255, 10]), Buffer.from(token)]));
  // What is compressed says nothing, whatever its bytes look like.
  writeFileSync(join(repository.path, "a.tgz"), Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from(token)]));
  writeFileSync(join(repository.path, "utf-16.txt"), Buffer.from(`\uFEFF\n${token}`, "utf16le"));
  execFileSync("git", ["init", "--quiet"], { cwd: repository.path });
  execFileSync("git", ["add", "gone.txt", "docs"], { cwd: repository.path });
  rmSync(join(repository.path, "gone.txt"));
  symlinkSync(".env", join(repository.path, "link"));
  return repository;
}

describe("pnpm secrets scan", () => {
  test("names file, line and kind of each, and no value", async () => {
    using repository = withSecrets();
    expect(await runScript("secrets", { cwd: repository.path, args: ["scan"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "error: secrets stand in 5 places, in 9 files
        to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md
      ",
        "stdout": "a.bin:2: a GitHub token
      deploy/secret.yaml:3: a Secret that anybody can read: SOPS has not encrypted TOKEN
      docs/a.md:3: a GitHub token
      generated/ignored.yaml:1: a GitHub token
      utf-16.txt:2: a GitHub token
      ",
      }
    `);
  });

  test("--json", async () => {
    using repository = withSecrets();
    const { exitCode, stdout, stderr } = await runScript("secrets", { cwd: repository.path, args: ["scan", "--json"] });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "files": 9,
        "leaks": [
          {
            "kind": "a GitHub token",
            "line": 2,
            "where": "a.bin",
          },
          {
            "kind": "a Secret that anybody can read: SOPS has not encrypted TOKEN",
            "line": 3,
            "where": "deploy/secret.yaml",
          },
          {
            "kind": "a GitHub token",
            "line": 3,
            "where": "docs/a.md",
          },
          {
            "kind": "a GitHub token",
            "line": 1,
            "where": "generated/ignored.yaml",
          },
          {
            "kind": "a GitHub token",
            "line": 2,
            "where": "utf-16.txt",
          },
        ],
        "stale": [],
      }
    `);
  });

  test("a value that is declared public, and one that need not be", async () => {
    const maps = madeSecrets(7).find(({ kind }) => kind === "a Google API key")!.value;
    using repository = temporaryRepository({
      ".gitignore": "node_modules\n",
      "packages/shop/web/src/index.ts": source(maps),
      "generated/a.yaml": `MAPS_API_KEY: ${maps}\n`,
    });
    execFileSync("git", ["init", "--quiet"], { cwd: repository.path });
    const run = (): Promise<unknown> => runScript("secrets", { cwd: repository.path, args: ["scan"] });
    expect(await run()).toEqual({ exitCode: 0, stdout: "no secret in 6 files\n", stderr: "" });
    repository.write({ "packages/shop/web/src/index.ts": source("an-ordinary-value"), "generated/a.yaml": "a: b\n" });
    expect(await run()).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "error: a value is declared public that nothing takes for a secret
        fix: write the value without publicValue
      ",
        "stdout": "packages/shop/web/src/index.ts:1: a value is declared public that nothing takes for a secret
      no secret in 6 files
      ",
      }
    `);
  });

  test("a repository without one", async () => {
    using repository = temporaryRepository({ ".gitignore": "node_modules\n" });
    execFileSync("git", ["init", "--quiet"], { cwd: repository.path });
    expect(await runScript("secrets", { cwd: repository.path, args: ["scan"] })).toEqual({
      exitCode: 0,
      stdout: "no secret in 4 files\n",
      stderr: "",
    });
  });

  test("what is not a repository, and an argument", async () => {
    using repository = temporaryDirectory({ "pnpm-workspace.yaml": "packages: []\n" });
    const run = (...args: string[]): Promise<unknown> => runScript("secrets", { cwd: repository.path, args });
    expect([await run("scan"), await run("scan", "dev")]).toMatchInlineSnapshot(`
      [
        {
          "exitCode": 2,
          "stderr": "error[no-git-repository]: this is not a git repository, so nobody knows which files are in it
        where:  <root>
        to fix: run the command in a clone
      ",
          "stdout": "",
        },
        {
          "exitCode": 2,
          "stderr": "error[argument-value]: pnpm secrets scan takes no "dev"
        where:  the command's arguments
        to fix: run it without: it scans the whole repository
      ",
          "stdout": "",
        },
      ]
    `);
  });
});
