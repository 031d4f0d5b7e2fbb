// It installs, builds and tests, twice: too much for every `pnpm test`.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { plainGit, repositoryRoot, runScript, temporaryDirectory, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let directory: TestDirectory;
let ours: string;
beforeAll(() => {
  directory = temporaryDirectory();
  ours = join(directory.path, "ours");
});
afterAll(() => directory[Symbol.dispose]());

/** As in a terminal: nothing of the pnpm that runs this test, and the machine's own Node. The store has what is needed. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name))),
  ...plainGit,
  PATH: process.env["PATH"]!.split(delimiter)
    .filter((folder) => !folder.startsWith(repositoryRoot))
    .join(delimiter),
  npm_config_offline: "true",
  // By CI's rules there would have to be a lockfile.
  CI: "",
  KUSTOMIZE: "",
  NO_COLOR: "1",
};

const { packageManager } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  readonly packageManager: string;
};

test("a clone makes a repository, and says what comes next", async () => {
  const args = ["repository", "ours", "--system", "our-shop", "--service", "cart"];
  const { stdout, ...others } = await runScript("new", { cwd: directory.path, args });
  expect(others).toEqual({ exitCode: 0, stderr: "packing the kit\n" });
  expect(stdout.replaceAll(packageManager, "<pnpm>")).toMatchInlineSnapshot(`
    "ours is in <root>/ours: packages/our-shop/cart, in dev and prod.

    Next:
      cd ours
      npx --yes <pnpm> build
      npx --yes <pnpm> test
      git add --all && git commit --message 'Begin'

    Its README.md says what is where.
    "
  `);
  expect(git("status", "--short", "--branch").split("\n")[0]).toBe("## No commits yet on main");
});

test("its two commands work at once, and leave git clean", () => {
  expect(pnpm("build")).toContain("checked: 2 environments");
  const tested = pnpm("test");
  expect(tested).toContain("0 errors, 0 warnings");
  expect(tested).toMatch(/Tasks:\s+5 successful, 5 total/);
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");
  pnpm("build");
  pnpm("test");
  expect(git("status", "--short")).toBe("");
});

test("a clone has no other line ends, however git is set up", () => {
  run(directory.path, "git", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "clone", "--quiet", "ours", "clone");
  const clone = join(directory.path, "clone");
  const files = run(clone, "git", "ls-files", "-z")
    .split("\0")
    .filter((file) => file !== "" && !file.endsWith(".tgz"));
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => readFileSync(join(clone, file), "utf8").includes("\r"))).toEqual([]);
});

test("its own script tells which versions are new", () => {
  git("tag", "before");
  pnpm("set-image", "dev", "our-shop-cart=1.1.0");
  expect(pnpm("released", "before")).toBe("dev: our-shop-cart 1.0.0 -> 1.1.0\n");
  git("checkout", "--quiet", "--", ".");
  expect(pnpm("released", "before")).toBe("no version has changed since before\n");
});

test("its test says where prod runs what dev does not", () => {
  rmSync(join(ours, "generated/rendered/dev/18-deployment-cart.yaml"));
  expect(() => pnpm("--filter", "@our-shop/system", "test")).toThrow(/Deployment\/cart/);
  git("checkout", "--quiet", "--", ".");
});

test("the kit that it has makes the next one, which has the same kit", () => {
  const tarball = `vendor/kit/typed-manifests-${versionOf(ours)}.tgz`;
  pnpm("new", "repository", "../theirs", "--name", "@acme/manifests", "--system", "desk", "--service", "api");
  const theirs = join(directory.path, "theirs");
  expect(readFileSync(join(theirs, tarball)).equals(readFileSync(join(ours, tarball)))).toBe(true);
  expect(run(theirs, "pnpm", "--silent", "build")).toContain("0 errors, 0 warnings");
});

test("the next version of the kit is taken as docs/make-it-yours.md says", () => {
  const version = versionOf(ours);
  const [old, next] = [version, "99.0.0"].map((one) => `typed-manifests-${one}.tgz`) as [string, string];
  run(directory.path, "tar", "--extract", "--gzip", "--file", join(ours, "vendor/kit", old));
  const manifest = readFileSync(join(directory.path, "package/package.json"), "utf8");
  directory.write({ "package/package.json": manifest.replace(`"version": "${version}"`, '"version": "99.0.0"') });
  run(join(directory.path, "package"), "pnpm", "pack", "--pack-destination", join(ours, "vendor/kit"));
  const workspace = readFileSync(join(ours, "pnpm-workspace.yaml"), "utf8");
  const changed = workspace.replace(`typed-manifests: ${version}`, "typed-manifests: 99.0.0").replace(old, next);
  directory.write({ "ours/pnpm-workspace.yaml": changed });
  pnpm("install");
  rmSync(join(ours, "vendor/kit", old));
  expect(pnpm("exec", "typed-manifests", "--version")).toBe("99.0.0\n");
  expect(pnpm("drift")).toMatch(/^no drift/);
});

test("an installed kit calls its commands by the scripts", () => {
  expect(pnpm("order", "--help")).toContain("\nUsage: pnpm order <environment>\n");
  expect(pnpm("exec", "typed-manifests", "--help")).toContain("\nUsage: pnpm <command> [arguments...]\n");
});

function versionOf(root: string): string {
  const file = join(root, "node_modules/typed-manifests/package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** As `npx --yes pnpm@… build` does, without fetching pnpm. */
function pnpm(...args: readonly string[]): string {
  return run(ours, "pnpm", "--silent", ...args);
}

function git(...args: readonly string[]): string {
  return run(ours, "git", ...args);
}

function run(cwd: string, program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(" ")}: ${stdout}${stderr}`, { cause: error });
  }
}
