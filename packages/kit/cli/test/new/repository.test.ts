import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runScript, temporaryDirectory, type ScriptResult } from "@kit/testing";
import { describe, expect, test } from "vitest";

async function make(cwd: string, ...args: readonly string[]): Promise<ScriptResult> {
  const { stdout, ...others } = await runScript("new", { cwd, args: ["repository", ...args] });
  return { stdout: stdout.replace(/(?<=typed-manifests-)[\d.]+(?=\.tgz)/, "VERSION"), ...others };
}

test("--dry-run shows what would be written, and writes nothing", async () => {
  using directory = temporaryDirectory();
  expect(await make(directory.path, "ours", "--system", "shop", "--service", "cart", "--dry-run"))
    .toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "would be written to <root>/ours:
      + .gitattributes
        .github/
          workflows/
      +     ci.yml
      +     comment.yml
      +     pull-request.yml
      +     render.yml
      + .gitignore
      + .oxlintrc.json
      + README.md
        overlays/
          dev/
      +     kustomization.yaml
          prod/
      +     kustomization.yaml
      + package.json
        packages/
          shop/
            cart/
      +       package.json
              src/
      +         index.ts
            environments/
      +       package.json
              src/
      +         index.ts
      +     package.json
            test/
      +       rendered.test.ts
      + pnpm-workspace.yaml
      + renovate.json
        scripts/
      +   released.ts
      + tsconfig.json
      + turbo.json
        vendor/
          kit/
      +     typed-manifests-VERSION.tgz
      ",
      }
    `);
  expect(readdirSync(directory.path)).toEqual([]);
});

describe.concurrent("a directory that cannot be is refused, and nothing is written", () => {
  test("none", async ({ expect }) => {
    using directory = temporaryDirectory();
    expect(await make(directory.path)).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-missing]: no directory is named
        where:  the command's arguments
        to fix: write \`pnpm new repository DIR\`, such as \`pnpm new repository ../our-manifests\`
      ",
        "stdout": "",
      }
    `);
  });

  test("several", async ({ expect }) => {
    using directory = temporaryDirectory();
    expect(await make(directory.path, "one", "other")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: other is too much
        where:  the command's arguments
        to fix: make one thing at a time
      ",
        "stdout": "",
      }
    `);
  });

  test("with files in it", async ({ expect }) => {
    using directory = temporaryDirectory({ "ours/a": "", "ours/b": "", "ours/c": "", "ours/.d": "" });
    expect(await make(directory.path, "ours")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[file-in-the-way]: the directory is not empty: .d, a, b, … (4)
        where:  <root>/ours
        to fix: name one that is not there yet, or is empty: nothing is ever overwritten
      ",
        "stdout": "",
      }
    `);
    expect(readdirSync(join(directory.path, "ours"))).toHaveLength(4);
  });

  test("that is a file, below one, or a link to nothing", async ({ expect }) => {
    using directory = temporaryDirectory({ ours: "" });
    symlinkSync("nowhere", join(directory.path, "link"));
    const all = await Promise.all(["ours", "ours/one", "link"].map((path) => make(directory.path, path)));
    expect(all).toMatchInlineSnapshot(`
      [
        {
          "exitCode": 2,
          "stderr": "error[file-in-the-way]: <root>/ours is not a directory
        where:  <root>/ours
        to fix: move it away, or choose another directory
      ",
          "stdout": "",
        },
        {
          "exitCode": 2,
          "stderr": "error[file-in-the-way]: <root>/ours is not a directory
        where:  <root>/ours
        to fix: move it away, or choose another directory
      ",
          "stdout": "",
        },
        {
          "exitCode": 2,
          "stderr": "error[file-in-the-way]: <root>/link is not a directory
        where:  <root>/link
        to fix: move it away, or choose another directory
      ",
          "stdout": "",
        },
      ]
    `);
  });

  test("in another workspace", async ({ expect }) => {
    using directory = temporaryDirectory({ "mono/pnpm-workspace.yaml": "packages: []\n" });
    expect(await make(join(directory.path, "mono"), "packages/ours")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[file-in-the-way]: the directory lies in <root>, a pnpm workspace, of which it would be a part
        where:  <root>/packages/ours
        to fix: choose one elsewhere, such as ../ours
      ",
        "stdout": "",
      }
    `);
    expect(existsSync(join(directory.path, "mono/packages"))).toBe(false);
  });

  test("whose path Node does not take", async ({ expect }) => {
    using directory = temporaryDirectory();
    expect(await make(directory.path, "our*s")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[repository-path]: the path has the character *, with which Node and TypeScript do not find modules
        where:  <root>/our*s
        to fix: choose a directory without it
      ",
        "stdout": "",
      }
    `);
  });

  test("whose name no package may have, with the others that cannot be", async ({ expect }) => {
    using directory = temporaryDirectory();
    expect(await make(directory.path, "Ours", "--system", "lib", "--service", "Web")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: no package may be called "Ours"
        where:  the command's arguments
        to fix: say it by --name: lower-case letters, digits, -, . and _, or @scope/name

      error[argument-value]: the system cannot be called lib: that is where code is that systems share
        where:  the command's arguments
        to fix: choose another name

      error[argument-value]: the service cannot be called "Web": it must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit
        where:  the command's arguments
        to fix: write lower-case letters, digits and -, with a letter or digit at both ends, at most 63
      ",
        "stdout": "",
      }
    `);
    expect(readdirSync(directory.path)).toEqual([]);
  });
});

test("a directory with nothing but .git is empty, as a code host's clone is", async () => {
  using directory = temporaryDirectory();
  mkdirSync(join(directory.path, "ours/.git"), { recursive: true });
  writeFileSync(join(directory.path, "ours/.git/config"), "");
  const { exitCode, stderr } = await make(directory.path, "ours", "--dry-run");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});
