import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  exampleSystem,
  filesBelow,
  plainGit,
  runScript,
  type ScriptResult,
  startScript,
  type TestDirectory,
  temporaryDirectory,
  temporaryRepository,
} from "@kit/testing";
import { beforeAll, describe, test } from "vitest";

const service = "packages/shop/cart/src/index.ts";
const build = `node ${startScript} build`;

interface Repository extends Disposable {
  readonly directory: TestDirectory;
  readonly temporary: TestDirectory;
  git(...args: readonly string[]): string;
  review(...args: readonly string[]): Promise<ScriptResult>;
  /** What a command has left: worktrees, and temporary files. */
  left(): string[];
}

/** A repository whose main branch has nothing generated; its working tree has. */
function repository(files: Readonly<Record<string, string>> = {}): Repository {
  const directory = temporaryRepository({
    ...exampleSystem(),
    ".gitignore": "node_modules\n",
    "package.json": `${JSON.stringify({ private: true, type: "module", scripts: { build } })}\n`,
    ...files,
  });
  const temporary = temporaryDirectory();
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: directory.path, encoding: "utf8", env: { ...process.env, ...plainGit } });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Without generated/");
  return {
    directory,
    temporary,
    git,
    review: (...args) => runScript("review", { cwd: directory.path, args, env: { TMPDIR: temporary.path } }),
    left: () => [...git("worktree", "list").trim().split("\n").slice(1), ...readdirSync(temporary.path)],
    [Symbol.dispose]() {
      directory[Symbol.dispose]();
      temporary[Symbol.dispose]();
    },
  };
}

/** What a build makes of the example system. */
let generated: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  using directory = temporaryRepository(exampleSystem());
  const { exitCode, stderr } = await runScript("build", { cwd: directory.path });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
  generated = Object.fromEntries(filesBelow(directory.path, "generated"));
});

describe.concurrent("pnpm review --render", () => {
  test("builds a ref that has nothing generated, with its own packages, and leaves nothing", async ({ expect }) => {
    using own = repository();
    const text = readFileSync(join(own.directory.path, service), "utf8");
    own.directory.write({ [service]: text.replace("replicas: 2", "replicas: 3") });
    const more = Object.entries(generated).map(([path, one]) => [path, one.replace("replicas: 2", "replicas: 3")]);
    own.directory.write(Object.fromEntries(more) as Record<string, string>);
    expect(await own.review("--render", "main")).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "main has no generated/rendered: building it in a temporary worktree
      ",
        "stdout": "dev and prod: 1 changed in each

        routine Deployment cart  starts 1 pod more of cart
          by packages/shop/cart/src/index.ts
          routine replicas-raised: the replicas go up from 2 to 3
          1 field (--all shows them)

      2 changed: 2 routine (from main to the working tree)
      ",
      }
    `);
    expect(own.left()).toEqual([]);
  });

  test("builds neither a ref that has it, nor anything without being asked to", async ({ expect }) => {
    using own = repository();
    own.directory.write(generated);
    expect((await own.review("main")).stderr).toMatchInlineSnapshot(`
      "error[rendered-missing]: the ref main has no generated/rendered
        where:  main
        to fix: add --render, which builds it in a temporary worktree; or name a ref at which generated/rendered is committed
      "
    `);
    own.git("add", "--all");
    own.git("commit", "--quiet", "--message", "With generated/");
    expect(await own.review("--render", "main")).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: "nothing changes from main to the working tree\n",
    });
  });

  test("says what its build says where it does not build, and leaves nothing", async ({ expect }) => {
    using own = repository({ [service]: "export default 1 as string;\n" });
    own.directory.write(exampleSystem());
    own.directory.write(generated);
    const { exitCode, stdout, stderr } = await own.review("--render", "main");
    expect({
      exitCode,
      stdout,
      stderr: stderr.replace(/( {2}error\[does-not-compile\])[^]*?(?=\n {4}where)/, "$1…"),
    }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "main has no generated/rendered: building it in a temporary worktree
      error[ref-not-built]: the ref main does not build. Its own build says:
        error[does-not-compile]…
          where:  tsconfig.json
          to fix: correct what the compiler names; nothing was written
        where:  main
        to fix: name another ref, or compare two directories of manifests: pnpm review A B
      ",
        "stdout": "",
      }
    `);
    expect(own.left()).toEqual([]);
  });

  test("refuses a ref without packages, or without a build", async ({ expect }) => {
    using own = repository({ "package.json": "{}\n" });
    own.directory.write(generated);
    const withoutBuild = await own.review("--render", "main");
    own.git("switch", "--quiet", "--orphan", "empty");
    own.git("commit", "--quiet", "--allow-empty", "--message", "Empty");
    own.git("switch", "--quiet", "main");
    const withoutPackages = await own.review("--render", "empty");
    expect([withoutBuild, withoutPackages].map(({ exitCode }) => exitCode)).toEqual([2, 2]);
    expect(withoutBuild.stderr + withoutPackages.stderr).toMatchInlineSnapshot(`
      "main has no generated/rendered: building it in a temporary worktree
      error[ref-not-built]: the ref main has no build: its package.json has no script "build"
        where:  main
        to fix: name another ref, or compare two directories of manifests: pnpm review A B
      empty has no generated/rendered: building it in a temporary worktree
      error[ref-not-built]: the ref empty has no packages, so nothing to render
        where:  empty
        to fix: name another ref, or compare two directories of manifests: pnpm review A B
      "
    `);
    expect(own.left()).toEqual([]);
  });

  test("leaves nothing where it is interrupted", async ({ expect }) => {
    using own = repository();
    own.directory.write(generated);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const env = { ...process.env, KUSTOMIZE: "", TMPDIR: own.temporary.path };
      const child = spawn(process.execPath, [startScript, "review", "--render", "main"], {
        cwd: own.directory.path,
        env,
      });
      await once(child.stderr, "data");
      while (readdirSync(own.temporary.path).length === 0) await setTimeout(20);
      child.kill(signal);
      const [exitCode] = (await once(child, "close")) as [number];
      expect({ exitCode, left: own.left() }).toEqual({ exitCode: signal === "SIGINT" ? 130 : 143, left: [] });
    }
  });

  test("is for refs alone", async ({ expect }) => {
    using own = repository();
    own.directory.write({ "a.yaml": "", "b.yaml": "" });
    expect(await own.review("--render", "a.yaml", "b.yaml")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: --render builds refs, and these are two paths
        where:  the command's arguments
        to fix: leave it out
      ",
        "stdout": "",
      }
    `);
  });
});
