import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, gitRepository, installedRepository, runScript, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shop } from "./shop.ts";

// One repository, in which a system gets a service of each kind, an environment, and another system beside it.
let repository: TestDirectory;
beforeAll(async () => {
  // Services find the environments without an install in between.
  repository = installedRepository(shop, { "@shop/environments": "workspace:*" });
  repository.write({
    "packages/gitops/package.json": readFileSync(
      join(repository.path, "packages/shop/environments/package.json"),
      "utf8",
    ).replace("@shop/environments", "@manifests/gitops"),
    "packages/gitops/src/index.ts": `import { automaticSync, defineGitOps } from "typed-manifests";

export default defineGitOps({
  repository: "https://git.example.com/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "shop", policy: automaticSync() },
    prod: { destination: "shop", policy: automaticSync() },
  },
});
`,
  });
  install();
});
afterAll(() => repository[Symbol.dispose]());

function run(name: string, ...args: string[]) {
  return runScript(name, { cwd: repository.path, args });
}

function install(): void {
  execFileSync("pnpm", ["install", "--no-frozen-lockfile", "--offline"], { cwd: repository.path, stdio: "ignore" });
}

test("a service that installs and builds is green at once", async () => {
  const { exitCode, stdout, stderr } = await run("new", "service", "cart", "--yes");
  expect(stderr).toMatch(
    /^pnpm install …\n(.*\n)*build …\npackages\/shop\/cart is made: commit it with generated\/ and pnpm-lock.yaml\n$/,
  );
  expect(stdout).toMatch(/checked: 2 environments, 6 objects, \d+ checks: 0 errors, 0 warnings/);
  expect(exitCode).toBe(0);
});

describe("services of each kind, an environment and a system, all green without an edit", () => {
  const made = [
    ["service", "mailer", "--kind", "worker", "--calls", "cart", "--command", "node mailer.js"],
    ["service", "nightly", "--kind", "cron", "--schedule", "0 4 * * *"],
    ["service", "db", "--kind", "stateful", "--image", "postgres:17.4", "--port", "5432", "--size", "5Gi"],
    ["service", "migrate", "--kind", "migration", "--of", "cart", "--image", "shop-cart", "--calls", "db"],
    ["environment", "staging", "--like", "prod", "--as", "staging"],
    ["environment", "prod-us", "--like", "prod", "--cluster", "shop-us", "--host", "shop.example.com=us.example.com"],
    ["system", "blog", "--kind", "web"],
  ];

  test("each is written", async () => {
    for (const args of made) {
      const { exitCode, stderr } = await run("new", ...args, "--yes", "--no-install");
      expect({ args, exitCode, stderr }).toEqual({
        args,
        exitCode: 0,
        stderr: expect.stringContaining("now run `pnpm install`"),
      });
    }
  });

  test("build, check, drift and the rest are green, and sources formatted", async () => {
    install();
    const built = await run("build");
    expect(built.stderr).toBe("");
    expect(
      built.stdout
        .replace(/\d+ checks/, "n checks")
        .split("\n")
        .slice(2),
    ).toMatchInlineSnapshot(`
      [
        "  blog/dev: 3 objects",
        "  blog/prod: 5 objects",
        "  dev: 7 objects",
        "  prod: 15 objects",
        "  staging: 15 objects",
        "  prod-us: 15 objects",
        "checked: 6 environments, 60 objects, n checks: 0 errors, 0 warnings, 64 notes",
        "",
      ]
    `);
    for (const command of [["check", "--max-warnings", "0"], ["drift"], ["gitops"], ["order", "prod"], ["capacity"]]) {
      const { exitCode } = await run(command[0]!, ...command.slice(1));
      expect([command, exitCode]).toEqual([command, 0]);
    }
    const formatter = join(repository.path, "node_modules/.bin/oxfmt");
    expect(() => execFileSync(formatter, ["--check", "packages"], { cwd: repository.path })).not.toThrow();
  });
});

test("what is shown with --dry-run is not written", async () => {
  const before = filesBelow(repository.path);
  const { exitCode, stdout } = await run("new", "service", "search", "--system", "blog", "--dry-run", "--yes");
  expect(exitCode).toBe(0);
  expect(stdout.split("\n\n")[0]).toMatchInlineSnapshot(`
    "  overlays/
        blog/
          dev/
    ~       kustomization.yaml
          prod/
    ~       kustomization.yaml
      packages/
        blog/
          search/
    +       package.json
            src/
    +         index.ts"
  `);
  expect(stdout).toContain("+++ b/packages/blog/search/src/index.ts\n");
  expect(filesBelow(repository.path)).toEqual(before);
});

describe("a folder that has a source and is no package", () => {
  test("is an error of the build, which says what makes it one", async () => {
    const source = readFileSync(join(repository.path, "packages/blog/web/src/index.ts"), "utf8").replaceAll(
      "web",
      "feed",
    );
    repository.write({ "packages/blog/feed/src/index.ts": source });
    const { exitCode, stderr } = await run("build");
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-layout]: packages/blog/feed/src/index.ts is in no package: packages/blog/feed/package.json does not exist
        where:  packages/blog/feed
        to fix: write it by \`pnpm new service feed --system blog --here\`, or remove the folder
      "
    `);
  });

  test("becomes one", async () => {
    const { exitCode } = await run(
      "new",
      "service",
      "feed",
      "--system",
      "blog",
      "--here",
      "--image",
      "blog-feed:2.0.0",
      "--yes",
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(join(repository.path, "overlays/blog/prod/kustomization.yaml"), "utf8")).toMatchInlineSnapshot(`
      "apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - ../../../generated/bases/blog/web
        - ../../../generated/bases/blog/feed
      components:
        - ../../../generated/environments/blog/prod
      images:
        - name: blog-web
          newTag: "1.0.0"
        - name: blog-feed
          newTag: "2.0.0"
      "
    `);
  });
});

describe("what is wrong is said, and nothing is written", () => {
  test.each([
    ["nothing is named", []],
    ["an unknown system", ["service", "x", "--system", "shopp"]],
    ["a name that differs by case", ["service", "CART", "--system", "shop"]],
    [
      "several values",
      [
        "service",
        "x",
        "--system",
        "shop",
        "--port",
        "80",
        "--path",
        "alive",
        "--cpu",
        "much",
        "--image",
        "A B",
        "--calls",
        "nobody",
      ],
    ],
    ["an unknown environment", ["environment", "x", "--like", "prd"]],
    ["a host that is not there", ["environment", "x", "--like", "prod", "--host", "a=b"]],
    ["a system that is taken", ["system", "shop"]],
    ["an environment without a stage", ["system", "x", "--environments", "blue"]],
  ])("%s", async (_, args) => {
    const before = filesBelow(repository.path);
    const { exitCode, stdout, stderr } = await run("new", ...args, "--yes");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatchSnapshot();
    expect(filesBelow(repository.path)).toEqual(before);
  });

  test("a file in the way", async () => {
    repository.write({ "overlays/blue/kustomization.yaml": "" });
    const { exitCode, stderr } = await run("new", "environment", "blue", "--like", "prod", "--yes");
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "error[file-in-the-way]: overlays/blue/kustomization.yaml is there already, and nothing is overwritten
        where:  overlays/blue/kustomization.yaml
        to fix: move it away, or choose another name; nothing was written
      "
    `);
    expect(existsSync(join(repository.path, "packages/shop/environments/src/blue.ts"))).toBe(false);
  });
});

test("where the build fails afterwards, what was written stays, and how to go back is said", async () => {
  const git = gitRepository({ ".gitignore": "node_modules/\n", ...shop });
  try {
    git.write(
      Object.fromEntries(
        ["package.json", "pnpm-workspace.yaml", "tsconfig.json"].map((file) => [
          file,
          readFileSync(join(repository.path, file), "utf8"),
        ]),
      ),
    );
    git.commit({});
    const overlay = join(git.path, "overlays/dev/kustomization.yaml");
    writeFileSync(overlay, `# Mine.\n${readFileSync(overlay, "utf8")}images:\n  - name: nobody\n    newTag: "1"\n`);
    execFileSync("pnpm", ["install", "--no-frozen-lockfile", "--offline"], { cwd: git.path, stdio: "ignore" });
    const { exitCode, stderr } = await runScript("new", { cwd: git.path, args: ["service", "cart", "--yes"] });
    expect(exitCode).toBe(2);
    expect(stderr.slice(stderr.indexOf("build ended"))).toMatchInlineSnapshot(`
      "build ended with 2; what is above was written, and stays.
      To go on: correct what it says, then run \`pnpm install\` and \`pnpm build\`.
      To go back:
        git clean -f -- packages/shop/cart/package.json packages/shop/cart/src/index.ts
        git restore -- overlays/prod/kustomization.yaml
        in overlays/dev/kustomization.yaml, which has changes of yours: take out what the diff above adds
        pnpm install && pnpm build
      "
    `);
  } finally {
    git[Symbol.dispose]();
  }
});
