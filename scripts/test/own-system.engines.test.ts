// A repository made by `new`, and in it a system as teams have them, made by `new`, too.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import {
  plainGit,
  recordFigure,
  repositoryRoot,
  runScript,
  temporaryDirectory,
  type TestDirectory,
} from "@kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countLines } from "../lines.ts";

const page = "docs/new.md";
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
  CI: "",
  KUSTOMIZE: "",
  NO_COLOR: "1",
};

const everyWeb = "basket,catalog,checkout,currency,offers,payment,reviews,shipping";
const made = [
  ["service", "database", "--kind", "stateful", "--image", "postgres:17.4", "--port", "5432", "--memory", "512Mi"],
  ["service", "migrate", "--kind", "migration", "--of", "catalog", "--image", "bazaar-catalog", "--calls", "database"],
  ["service", "currency"],
  ["service", "payment"],
  ["service", "shipping"],
  ["service", "reviews", "--calls", "database"],
  ["service", "basket", "--calls", "catalog"],
  ["service", "offers", "--calls", "catalog"],
  ["service", "checkout", "--calls", "basket,currency,payment,shipping,database"],
  ["service", "storefront", "--calls", everyWeb],
  ["service", "mailer", "--kind", "worker", "--calls", "catalog"],
  ["service", "report", "--kind", "cron", "--calls", "database"],
  ["environment", "staging", "--like", "prod", "--as", "staging", "--cluster", "bazaar-staging"],
  ["environment", "prod-us", "--like", "prod", "--cluster", "bazaar-us"],
];

test("a system of 13 services in four environments is made and builds, step by step, without an edit", async () => {
  const start = performance.now();
  const args = ["repository", "ours", "--system", "bazaar", "--service", "catalog", "--yes"];
  expect((await runScript("new", { cwd: directory.path, args })).exitCode).toBe(0);
  expect(pnpm("build")).toContain("0 errors, 0 warnings");
  for (const one of made) expect(pnpm("new", ...one, "--yes")).toContain(": 0 errors");
  recordFigure(
    page,
    "seconds until all of it is made, installed and built",
    String(Math.round((performance.now() - start) / 1000)),
  );
});

test("with nodes for it in development, and how it is synced, every command is green", () => {
  const dev = "packages/bazaar/environments/src/index.ts";
  write(dev, readFileSync(join(ours, dev), "utf8").replace("count: 1", "count: 3"));
  write("packages/gitops/package.json", packageOf("@bazaar/gitops"));
  write("packages/gitops/src/index.ts", gitops);
  pnpm("install");
  expect(pnpm("build")).toContain("0 errors, 0 warnings");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");
  const commands = [
    "test",
    "check --max-warnings 0",
    "drift",
    "verify",
    "capacity",
    "rehearse",
    "gitops",
    "order prod",
    "images",
  ];
  for (const command of commands) expect(() => pnpm(...command.split(" "))).not.toThrow();
  pnpm("set-image", "dev", "bazaar-basket=1.1.0");
  pnpm("build");
  git("commit", "--quiet", "--all", "--message", "Try it");
  expect(pnpm("promote", "dev", "staging", "basket")).toContain("bazaar-basket");
  pnpm("build");
  expect(pnpm("drift")).toMatch(/^no drift/);
});

test("what is written for four environments is no more than what one of production is rendered to", () => {
  const { written, rendered } = countLines(ours);
  const all = Object.values(written).reduce((sum, lines) => sum + lines, 0);
  const against = (id: string): string => `${(all / rendered.get(id)!).toFixed(2)} × ${rendered.get(id)}`;
  recordFigure(page, "lines that people have then", `${all}`);
  recordFigure(page, "against what `prod` is rendered to", against("prod"));
  recordFigure(page, "against what `dev` is rendered to, the smallest", against("dev"));
  expect([...rendered.keys()]).toEqual(["dev", "prod", "prod-us", "staging"]);
  expect(all).toBeLessThanOrEqual(rendered.get("prod")!);
});

const gitops = `import { automaticSync, defineGitOps } from "typed-manifests";

export default defineGitOps({
  repository: "https://git.example.com/bazaar/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "bazaar-dev", policy: automaticSync() },
    staging: { destination: "bazaar-staging", policy: automaticSync() },
    prod: { destination: "bazaar-prod", policy: automaticSync() },
    "prod-us": { destination: "bazaar-us", policy: automaticSync() },
  },
});
`;

function packageOf(name: string): string {
  const own = readFileSync(join(ours, "packages/bazaar/environments/package.json"), "utf8");
  return own.replace("@bazaar/environments", name);
}

function write(path: string, text: string): void {
  directory.write({ [`ours/${path}`]: text });
}

function pnpm(...args: readonly string[]): string {
  return run("pnpm", "--silent", ...args);
}

function git(...args: readonly string[]): string {
  return run("git", ...args);
}

function run(program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { cwd: ours, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(" ")}: ${stdout}${stderr}`, { cause: error });
  }
}
