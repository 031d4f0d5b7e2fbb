import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, globSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { repositoryRoot, temporaryDirectory } from "@kit/testing";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly "timeout-minutes"?: number;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = globSync(".github/workflows/*.yml", { cwd: repositoryRoot })
  .toSorted()
  .map((file) => [basename(file), readFileSync(join(repositoryRoot, file), "utf8")] as const);
const workflows = texts.map(([file, text]) => [file, load(text) as Workflow] as const);
const jobs = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => [`${file}, ${name}`, job] as const),
);

describe.each(texts)("%s", (_, text) => {
  test("pins each action by its commit, and says which version that is", () => {
    const actions = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(actions.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("has no permissions but those of its jobs, no secrets, and no pull_request_target", () => {
    const { on, permissions } = load(text) as Workflow;
    expect([permissions, Object.keys(on).includes("pull_request_target")]).toEqual([{}, false]);
    expect(text).not.toMatch(/\$\{\{[^}]*\bsecrets\b/);
  });
});

test("a workflow has one pin of an action", () => {
  const pins = texts.flatMap(([, text]) => [...text.matchAll(/uses: ([\w/-]+@\w+ # .*)/g)].map(([, pin]) => pin!));
  const actions = [...new Set(pins)].map((pin) => pin.split("@")[0]!);
  expect(actions).toEqual([...new Set(actions)]);
});

test("what somebody else has named comes to a shell in variables alone", () => {
  const scripts = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test("only jobs that run no code of a pull request may write", () => {
  const writing = jobs.filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"));
  const running = writing.map(([name, { steps }]) => {
    const commands = steps.flatMap(({ run }) => [...(run ?? "").matchAll(/\bnpx --yes pnpm@[\d.]+ (\w+)/g)]);
    return [name, commands.map(([, command]) => command)];
  });
  expect(Object.fromEntries(running)).toEqual({
    "comment.yml, comment": ["install", "review", "comment"],
    "pull-request.yml, code-scanning": [],
    "render.yml, commit": [],
    "render.yml, start": [],
  });
  const { steps } = new Map(jobs).get("comment.yml, comment")!;
  const checkouts = steps.flatMap((step) => (step.uses?.startsWith("actions/checkout@") === true ? step.with : []));
  expect(checkouts).toEqual([
    { ref: "${{ github.event.repository.default_branch }}", "fetch-depth": 0, "persist-credentials": false },
  ]);
});

test("what is predicted is rehearsed in at most 10 minutes, with a token that only reads", () => {
  const { permissions, steps } = new Map(jobs).get("pull-request.yml, rehearse")!;
  const own = steps.filter(({ run }) => run?.includes(" review --rehearse ") === true);
  expect(permissions).toEqual({ contents: "read" });
  expect(own.map((step) => step["timeout-minutes"])).toEqual([10]);
});

test("a rehearsal that refutes a prediction fails, and is in the summary", () => {
  using directory = temporaryDirectory({ npx: "#!/bin/sh\necho refuted\nexit 1\n", summary: "" });
  chmodSync(join(directory.path, "npx"), 0o755);
  const { steps } = new Map(jobs).get("pull-request.yml, rehearse")!;
  const script = steps.find(({ run }) => run?.includes(" review --rehearse ") === true)!.run!;
  const summary = join(directory.path, "summary");
  const path = `${directory.path}:${process.env["PATH"]}`;
  const env = { ...process.env, PATH: path, RUNNER_TEMP: directory.path, GITHUB_STEP_SUMMARY: summary };
  const { status } = spawnSync("bash", ["-e", "-c", script], { env });
  expect([status, readFileSync(summary, "utf8")]).toEqual([1, "refuted\n"]);
});

test("a workflow that another one starts can be started", () => {
  const started = jobs.flatMap(([, { steps }]) =>
    steps.flatMap(({ run }) => [...(run ?? "").matchAll(/gh workflow run (\S+)/g)].map(([, file]) => file!)),
  );
  const byFile = new Map(workflows);
  expect(started).not.toEqual([]);
  expect(started.filter((file) => !("workflow_dispatch" in (byFile.get(file)?.on ?? {})))).toEqual([]);
});

test("render.yml commits generated/ as it was built, and nothing else", () => {
  using directory = temporaryDirectory({
    "clone/overlays/dev/kustomization.yaml": "images: []\n",
    "clone/generated/changed.yaml": "a: 1\n",
    "clone/generated/removed.yaml": "b: 1\n",
  });
  const clone = join(directory.path, "clone");
  const output = join(directory.path, "output");
  const branch = "refs/heads/renovate/shop";
  // A runner has no name for git: the commit brings its own.
  const plain = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const env = { ...process.env, ...plain, GITHUB_REF: branch, GITHUB_OUTPUT: output };
  const git = (...args: readonly string[]): string => execFileSync("git", args, { cwd: clone, env, encoding: "utf8" });
  git("init", "--quiet", "--bare", "../origin.git");
  git("init", "--quiet", "--initial-branch", "renovate/shop");
  git("remote", "add", "origin", "../origin.git");
  git("add", "--all");
  git("-c", "user.name=bot", "-c", "user.email=bot@localhost", "commit", "--quiet", "--message", "Bot");
  git("push", "--quiet", "origin", branch);

  const step = (job: string, id: string): void => {
    const { steps } = new Map(jobs).get(`render.yml, ${job}`)!;
    const script = steps.find((one) => one.id === id)!.run!;
    execFileSync("bash", ["-e", "-c", script], { cwd: clone, env, stdio: ["ignore", "ignore", "ignore"] });
  };
  step("build", "changes");
  directory.write({ "clone/generated/changed.yaml": "a: 2\n", "clone/generated/added.yaml": "c: 1\n" });
  directory.write({ "clone/other.txt": "no\n" });
  rmSync(join(clone, "generated/removed.yaml"));
  step("build", "changes");
  step("commit", "push");

  const commit = git("rev-parse", branch).trim();
  expect(readFileSync(output, "utf8")).toBe(`changed=true\ncommit=${commit}\n`);
  expect(git("ls-remote", "origin", branch)).toBe(`${commit}\t${branch}\n`);
  expect(git("show", "--name-status", "--format=%an: %s", commit)).toBe(
    "github-actions[bot]: Build generated/\n\nA\tgenerated/added.yaml\nM\tgenerated/changed.yaml\nD\tgenerated/removed.yaml\n",
  );
});
