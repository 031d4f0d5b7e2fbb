import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { mostPacked, packKit, type PackedKit } from "@kit/artefact/pack";
import { locateOnPath } from "@kit/programs";
import { exampleSystem, filesBelow, repositoryRoot, temporaryDirectory, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let repository: TestDirectory;
let packed: PackedKit;

// As somebody would who has nothing of this repository but the tarball.
beforeAll(async () => {
  repository = temporaryDirectory({
    ...exampleSystem(),
    "pnpm-workspace.yaml": "packages:\n  - packages/*/*\n",
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["packages/*/*/src"] }),
  });
  packed = await packKit(repositoryRoot, join(repository.path, ".packed"));
  const versions = ["@types/node", "kubernetes-models", "typescript"].map((name) => [name, versionOf(name)]);
  const dependencies = { ...(Object.fromEntries(versions) as object), "typed-manifests": `file:${packed.file}` };
  repository.write({ "package.json": JSON.stringify({ name: "shops", private: true, type: "module", dependencies }) });
  execFileSync("pnpm", ["install", "--offline", "--reporter=append-only"], { cwd: repository.path, stdio: "pipe" });
});
afterAll(() => repository[Symbol.dispose]());

const compilerOptions = {
  target: "esnext",
  lib: ["esnext"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

test("the tarball is small, and has what npm shows", () => {
  expect(packed.bytes).toBeLessThanOrEqual(mostPacked);
  const names = execFileSync("tar", ["--list", "--gzip", "--file", packed.file], { encoding: "utf8" }).split("\n");
  expect(names.filter((name) => /^package\/[^/]+$/.test(name)).toSorted()).toEqual([
    "package/CHANGELOG.md",
    "package/LICENSE",
    "package/README.md",
    "package/package.json",
  ]);
  const manifest = JSON.parse(installed("package.json")) as Record<string, unknown>;
  expect(Object.keys(manifest).toSorted()).toEqual([
    "bin",
    "dependencies",
    "description",
    "engines",
    "exports",
    "keywords",
    "license",
    "name",
    "peerDependencies",
    "repository",
    "type",
    "version",
  ]);
  const { license, repository: where, bin, exports } = manifest;
  expect({ license, where, bin, exports }).toMatchInlineSnapshot(`
    {
      "bin": {
        "typed-manifests": "./bin/start.mjs",
      },
      "exports": {
        ".": {
          "default": "./dist/index.js",
          "types": "./dist/index.d.ts",
        },
        "./package.json": "./package.json",
      },
      "license": "Apache-2.0",
      "where": {
        "directory": "packages/kit/typed-manifests",
        "type": "git",
        "url": "git+https://github.com/example/manifests.git",
      },
    }
  `);
});

test("its declarations name no room, and compile", () => {
  expect(installed("dist/index.d.ts")).not.toMatch(/@kit\/|packages\/kit/);
  repository.write({
    "declarations.json": JSON.stringify({
      // Those of kubernetes-models do not compile under this option.
      compilerOptions: { ...compilerOptions, exactOptionalPropertyTypes: false, skipLibCheck: false },
      files: [realpathSync(join(repository.path, "node_modules/typed-manifests/dist/index.d.ts"))],
    }),
  });
  const { status, stdout } = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "-p", "declarations.json"],
    {
      cwd: repository.path,
      encoding: "utf8",
    },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

test("it is installed without a link into this repository", () => {
  expect(realpathSync(join(repository.path, "node_modules/typed-manifests")).startsWith(repository.path)).toBe(true);
});

test("it builds, checks and drifts", () => {
  expect(["build", "check", "drift"].map((name) => start([name]))).toMatchInlineSnapshot(`
    [
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "generated/: 18 written, 0 removed, 0 unchanged
    rendered by … :
      dev: 3 objects
      prod: 3 objects
    checked: 2 environments, 6 objects, … checks: 0 errors, 0 warnings, … notes
    ",
      },
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "2 environments, 6 objects, … checks: 0 errors, 0 warnings, … notes (--notes shows them)
    ",
      },
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "no drift: 18 files are what …  makes
    ",
      },
    ]
  `);
  expect(start(["check", "--explain", "probes-required"]).stdout).toMatch(/^# probes-required\n/);
});

test("it says its version, and how it is called where it is", () => {
  const { version } = JSON.parse(installed("package.json")) as { version: string };
  expect([start(["--version"]), start(["order", "--version"])].map(({ stdout }) => stdout)).toEqual([
    `${version}\n`,
    `${version}\n`,
  ]);
  expect(start(["--help"]).stdout).toContain("\nUsage: pnpm exec typed-manifests <command> [arguments...]\n");
  const manifest = readFileSync(join(repository.path, "package.json"), "utf8");
  const scripts = { order: "typed-manifests order" };
  repository.write({ "package.json": JSON.stringify({ ...(JSON.parse(manifest) as object), scripts }) });
  expect(start(["order", "--help"]).stdout).toContain("\nUsage: pnpm order <environment>\n");
  expect(start(["drift", "--help"]).stdout).toContain("\nUsage: pnpm exec typed-manifests drift\n");
  repository.write({ "package.json": manifest });
});

test("where a module of it was deleted, it says so, and an installation brings it back", () => {
  const dist = join(repository.path, "node_modules/typed-manifests/dist");
  const drift = readdirSync(dist).find((name) => /^drift-.*\.js$/.test(name))!;
  for (const file of [drift, "cli.js"]) {
    rmSync(join(dist, file));
    const { exitCode, stdout, stderr } = start(["drift"]);
    expect({ exitCode, stdout, lines: stderr.split("\n") }).toEqual({
      exitCode: 3,
      stdout: "",
      lines: [
        expect.stringMatching(
          `^failure\\[file-vanished\\]: typed-manifests is not whole: Cannot find module '.*/dist/${file}'`,
        ) as string,
        "  to fix: install it again: pnpm install --force",
        "",
      ],
    });
  }
  execFileSync("pnpm", ["install", "--offline", "--force", "--reporter=append-only"], {
    cwd: repository.path,
    stdio: "pipe",
  });
  expect(start(["drift"]).exitCode).toBe(0);
});

test("without a kustomize it has Go build one, from what it brings along", () => {
  const before = filesBelow(repository.path, "generated");
  rmSync(join(repository.path, "generated"), { recursive: true });
  using home = temporaryDirectory();
  const bin = join(home.path, "bin");
  mkdirSync(bin);
  const go = locateOnPath("go", process.env)!;
  symlinkSync(go, join(bin, "go"));
  // The cache is new, what Go has compiled is not.
  const GOCACHE = execFileSync(go, ["env", "GOCACHE"], { encoding: "utf8" }).trim();
  expect(start(["build"], { PATH: bin, XDG_CACHE_HOME: join(home.path, "cache"), GOCACHE })).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "building kustomize 5.8.1 with Go, once: about a minute
    ",
      "stdout": "generated/: 18 written, 0 removed, 0 unchanged
    rendered by kustomize 5.8.1 (built with Go):
      dev: 3 objects
      prod: 3 objects
    checked: 2 environments, 6 objects, … checks: 0 errors, 0 warnings, … notes
    ",
    }
  `);
  expect(filesBelow(repository.path, "generated")).toEqual(before);
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  // As pnpm puts it there, for whatever `node` is on PATH.
  const [program, ...first] =
    env["PATH"] === undefined
      ? ["node_modules/.bin/typed-manifests"]
      : [process.execPath, "node_modules/typed-manifests/bin/start.mjs"];
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], {
    cwd: repository.path,
    env: {
      ...process.env,
      KUSTOMIZE: "",
      NO_COLOR: "1",
      PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
      ...env,
    },
    encoding: "utf8",
  });
  return {
    exitCode: status,
    stdout: stdout.replaceAll(/kustomize [\d.]+ \(kubectl kustomize\)|\d+ (?=checks|notes)/g, "… "),
    stderr,
  };
}

function installed(path: string): string {
  return readFileSync(join(repository.path, "node_modules/typed-manifests", path), "utf8");
}

/** The version that this repository's catalog has. */
function versionOf(name: string): string {
  const catalog = readFileSync(join(repositoryRoot, "pnpm-workspace.yaml"), "utf8");
  return new RegExp(`^  "?${name}"?: (\\S+)$`, "m").exec(catalog)![1]!;
}
