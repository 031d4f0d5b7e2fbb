import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import {
  changedFiles,
  exampleSystem,
  filesBelow,
  plainGit,
  isLongRun,
  recordFigure,
  runScript,
  temporaryDirectory,
  temporaryRepository,
  type TestDirectory,
} from "@kit/testing";
import { afterAll, describe, expect, test } from "vitest";
import { endless, endlessKustomize, interrupt, type Interruption } from "./interrupted-command.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;
// Each command is interrupted by each signal, to its process and to its group: 32 of them at LONG=1, some of them else.
const isLong = isLongRun;
const rounds = isLong ? 13 : 1;
const page = "docs/security.md";
let interrupts = 0;

afterAll(() => {
  if (interrupts >= 100) recordFigure(page, "commands interrupted: processes or files left", `0 after ${interrupts}`);
});

type Case = Omit<Interruption, "signal" | "group" | "cwd">;

const kustomize = { programs: { kustomize: endlessKustomize }, started: 4 };
const cart = "packages/shop/cart/src/index.ts";
const imported = `${exampleSystem()[cart]}
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
const { pid } = spawn("sleep", ["600"]);
appendFileSync(process.env.PIDS, \`\${pid}\\n\`);
await new Promise(() => setInterval(() => {}, 1000));
`;

describe.concurrent.each([
  ["build", { script: "build", ...kustomize }],
  ["drift", { script: "drift", ...kustomize }],
  ["review --render", { script: "review", args: ["--render", "main"], started: 2 }],
] satisfies [string, Case][])("%s leaves nothing where it is interrupted", (name, command) => {
  test.each(casesOf(name))("by %s to its %s", async (signal, whom) => {
    using repository = name.startsWith("review") ? withRefToBuild() : temporaryRepository(exampleSystem());
    for (let round = 0; round < rounds; round++) {
      const left = await interrupt({ ...command, cwd: repository.path, signal, group: whom === "group" });
      expect(left).toEqual({
        exitCode: 128 + constants.signals[signal],
        stderr: expect.not.stringMatching(/error|bug/) as string,
        files: [],
        running: 0,
      });
      interrupts++;
      expect(readdirSync(repository.path).filter((entry) => entry === "generated")).toEqual([]);
      expect(existsSync(join(repository.path, "node_modules/.cache/manifests/_writer"))).toBe(false);
      expect(worktreesOf(repository)).toEqual(name.startsWith("review") ? [repository.path] : []);
    }
  });
});

test("what a package has started is its own; the command itself ends", async () => {
  using repository = temporaryRepository({ ...exampleSystem(), [cart]: imported });
  const { exitCode, files } = await interrupt({
    script: "check",
    cwd: repository.path,
    signal: "SIGINT",
    group: true,
    started: 1,
  });
  expect({ exitCode, files }).toEqual({ exitCode: 130, files: [] });
});

test("a package that never lets go is ended by Ctrl-C all the same", async () => {
  using repository = temporaryRepository({
    ...exampleSystem(),
    [cart]: `import { appendFileSync } from "node:fs";
appendFileSync(process.env["PIDS"]!, \`\${process.pid}\\n\`);
for (;;);
`,
  });
  const left = await interrupt({ script: "check", cwd: repository.path, signal: "SIGINT", group: true, started: 1 });
  expect(left).toEqual({ exitCode: null, stderr: "", files: [], running: 0 });
});

test("what a kill leaves, the next build removes, and ends what still runs there", async () => {
  using repository = temporaryRepository(exampleSystem());
  using undisturbed = temporaryRepository(exampleSystem());
  const { exitCode } = await runScript("build", { cwd: undisturbed.path });
  expect(exitCode).toBe(0);
  const whole = filesBelow(undisturbed.path, "generated");
  const kills = isLong ? 500 : 3;
  // Where the seed is the same, the moments are.
  let seed = Number(process.env["SEED"] ?? 7);
  using temporary = temporaryDirectory();
  const env = { TMPDIR: temporary.path };
  const overlay = "overlays/dev/kustomization.yaml";
  const text = exampleSystem()[overlay]!;
  // One that was quicker than its moment is not a kill.
  for (let killed = 0, build = 0; killed < kills; build++) {
    // Each has something to write.
    repository.write({ [overlay]: text.replace("1.0.0", `1.0.${build}`) });
    seed = (seed * 48_271) % 2_147_483_647;
    const signal = AbortSignal.timeout(100 + (seed % 900));
    const { exitCode: code, stderr: said } = await runScript("build", { cwd: repository.path, env, signal });
    expect(code === null || code === 0 ? "" : said).toBe("");
    if (code === null) killed++;
  }
  repository.write({ [overlay]: text });
  const { exitCode: after, stderr } = await runScript("build", { cwd: repository.path, env });
  expect({ after, stderr }).toEqual({ after: 0, stderr: "" });
  expect(readdirSync(temporary.path)).toEqual([]);
  expect(changedFiles(whole, filesBelow(repository.path, "generated")), `seed ${seed}`).toEqual([]);
  const cache = readdirSync(join(repository.path, "node_modules/.cache/manifests"));
  expect(cache.filter((name) => /_writer|\.[0-9a-f]{8}-\d/.test(name))).toEqual([]);
  recordFigure(page, "builds killed: files torn, or left behind", `0 after ${kills}`);
});

function casesOf(name: string): [signal: (typeof signals)[number], whom: "process" | "group"][] {
  const all = signals.flatMap((signal) => (["process", "group"] as const).map((whom) => [signal, whom] as const));
  const few = { build: [0, 3, 6], drift: [2], "review --render": [1, 4] }[name]!;
  return (isLong ? all : all.filter((_, at) => few.includes(at))).map(([signal, whom]) => [signal, whom]);
}

/** A repository with a branch that has nothing rendered, and whose build never ends. */
function withRefToBuild(): TestDirectory {
  const repository = temporaryRepository({
    ...exampleSystem(),
    "package.json": '{ "name": "manifests", "private": true, "scripts": { "build": "sh slow" } }\n',
    slow: endless,
    ".gitignore": "node_modules\ngenerated\n",
  });
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "--message=Begin"],
  ]) {
    execFileSync("git", args, { cwd: repository.path, env: { ...process.env, ...plainGit } });
  }
  return repository;
}

function worktreesOf({ path }: TestDirectory): string[] {
  if (!existsSync(join(path, ".git"))) return [];
  const listed = execFileSync("git", ["worktree", "list", "--porcelain"], { cwd: path, encoding: "utf8" });
  return [...listed.matchAll(/^worktree (.*)$/gm)].map((match) => match[1]!);
}
