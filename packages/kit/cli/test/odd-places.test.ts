import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, runScript, startScript, temporaryRepository } from "@kit/testing";
import { describe, test } from "vitest";

const overlay = "overlays/dev/kustomization.yaml";

/** Changes to a repository that builds, by what a reader would call them. */
const changes: Readonly<Record<string, (root: string) => void>> = {
  "a kustomization that is a directory": (root) => {
    rmSync(join(root, overlay));
    mkdirSync(join(root, overlay));
  },
  "a kustomization that is a named pipe": (root) => {
    rmSync(join(root, overlay));
    execFileSync("mkfifo", [join(root, overlay)]);
  },
  "a kustomization that leads to a device": (root) => {
    rmSync(join(root, overlay));
    symlinkSync("/dev/zero", join(root, overlay));
  },
  "a file of 200 MB": (root) => {
    writeFileSync(join(root, "overlays/dev/large.bin"), "");
    truncateSync(join(root, "overlays/dev/large.bin"), 200 * 2 ** 20);
  },
  "a kustomization that is not UTF-8": (root) =>
    writeFileSync(join(root, overlay), Buffer.concat([readFileSync(join(root, overlay)), Buffer.from([35, 255, 10])])),
  "a generated/ that is a file": (root) => writeFileSync(join(root, "generated"), ""),
  "a generated/ that is a link": (root) => {
    mkdirSync(join(root, "elsewhere"));
    symlinkSync("elsewhere", join(root, "generated"));
  },
  "overlays that are a file": (root) => {
    rmSync(join(root, "overlays"), { recursive: true });
    writeFileSync(join(root, "overlays"), "");
  },
  "a package.json that is not JSON": (root) => writeFileSync(join(root, "packages/shop/cart/package.json"), "{"),
  "a package that is a link": (root) => {
    execFileSync("mv", ["packages/shop/cart", "elsewhere"], { cwd: root });
    symlinkSync("../../elsewhere", join(root, "packages/shop/cart"));
  },
  "a source that is a link": (root) => symlinkSync("/dev/zero", join(root, "packages/shop/cart/src/zero.ts")),
};

describe.concurrent("each command says what stands in its way", () => {
  test.for(Object.keys(changes))("%s", async (name, { expect }) => {
    using repository = temporaryRepository(exampleSystem());
    changes[name]!(repository.path);
    const ran = await Promise.all(
      // The compiler says what it thinks of a package without a name, at length.
      (name.includes("package.json") ? ["check"] : ["build", "check"]).map(async (command) => {
        const { exitCode, stdout, stderr } = await runScript(command, { cwd: repository.path });
        expect([command, stdout]).toEqual([command, ""]);
        return `${command}: ${exitCode}\n${stderr.split("\n\n")[0]!.trim()}`;
      }),
    );
    expect(ran.join("\n")).toMatchSnapshot();
  });
});

describe.concurrent("the machine", () => {
  test("without a temporary directory", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    const { exitCode, stdout, stderr } = await runScript("build", {
      cwd: repository.path,
      env: { TMPDIR: "/nowhere" },
    });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 3,
      stdout: "",
      stderr: `failure[no-temporary-directory]: there can be no temporary directory in /nowhere: ENOENT
  to fix: set TMPDIR to a directory that is there and that this user can write
`,
    });
    expect(readdirSync(repository.path)).not.toContain("generated");
  });

  test("whose caches cannot be used builds all the same", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    const cache = join(repository.path, "node_modules/.cache");
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(cache, "");
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, names: leftAside(stderr).map(([name]) => name) }).toEqual({
      exitCode: 0,
      names: ["_last-build.json", "_writer", "dev.json", "prod.json", "tsbuildinfo", "type-check", "without-secrets"],
    });
  });

  test("whose caches are broken builds all the same, and fixes them", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await runScript("build", { cwd: repository.path });
    const cache = join(repository.path, "node_modules/.cache/manifests");
    const files = readdirSync(cache);
    for (const file of files) writeFileSync(join(cache, file), "broken");
    const [first, second] = [
      await runScript("build", { cwd: repository.path }),
      await runScript("build", { cwd: repository.path }),
    ];
    expect(leftAside(first.stderr)).toEqual(files.map((file) => [file, "it is not as it was written"]));
    expect([first.exitCode, second.exitCode, second.stderr]).toEqual([0, 0, ""]);
    expect(readdirSync(cache)).toEqual(files);
  });
});

describe.concurrent("pnpm check PATH", () => {
  test("follows links that stay below it, each directory once, and ends", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    repository.write({
      "m/a/one.yaml": manifest("one"),
      "m/b/two.yaml": manifest("two"),
      "n/three.yaml": manifest("x"),
    });
    const links = {
      "m/a/up": "..",
      "m/a/b": "../b",
      "m/again.yaml": "a/one.yaml",
      "m/out": "../n",
      "m/gone.yaml": "no",
    };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(repository.path, path));
    symlinkSync("/dev/zero", join(repository.path, "m/zero.yaml"));
    const { exitCode, stdout, stderr } = await runScript("check", { cwd: repository.path, args: ["m"] });
    expect({
      exitCode,
      stderr,
      sums: stdout
        .split("\n")
        .at(-2)
        ?.replaceAll(/\d+ (?=checks|notes)/g, "…"),
    }).toEqual({
      exitCode: 0,
      stderr: "",
      sums: "2 objects, …checks: 0 errors, 0 warnings, …notes",
    });
  });

  test("names what is not a file, and reads a pipe that the shell has opened", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    execFileSync("mkfifo", [join(repository.path, "pipe.yaml")]);
    symlinkSync("no", join(repository.path, "gone.yaml"));
    mkdirSync(join(repository.path, "dir"));
    symlinkSync("dir", join(repository.path, "dir/own"));
    const args = ["pipe.yaml", "gone.yaml", "dir", "/dev/zero"];
    const { exitCode, stderr } = await runScript("check", { cwd: repository.path, args });
    expect(exitCode).toBe(2);
    expect(stderr).toMatchSnapshot();
    const command = `printf 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n' | "$0" "$1" check /dev/fd/0`;
    const piped = execFileSync("sh", ["-c", command, process.execPath, startScript], { cwd: repository.path });
    expect(piped.toString()).toMatch(/^1 object, /m);
  });
});

/** The files that a command says it ignores, and why, in the order of their names. */
function leftAside(stderr: string): [file: string, why: string][] {
  const lines = stderr
    .trim()
    .split("\n")
    .map((line) => /^notice: \S*\/manifests\/(\S+) is ignored: (.*)$/.exec(line));
  return lines
    .map((match): [string, string] => [match?.[1] ?? "?", match?.[2] ?? "?"])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function manifest(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
}
