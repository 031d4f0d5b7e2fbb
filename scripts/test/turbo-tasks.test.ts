import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainGit, repositoryRoot, temporaryDirectory, type TestDirectory } from "@kit/testing";
import { afterAll, describe, expect, test } from "vitest";
import { codeBlocks } from "../markdown.ts";
import { tasksIn, type Task } from "./turbo.ts";

const page = readFileSync(join(repositoryRoot, "docs/testing.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: { readonly test: string };
};
const rows = [...page.matchAll(/^\| `([\w./-]+\/[\w./-]+|README\.md)` +\| ([a-z, ]+?) +\| ([a-z, -]+?) +\|$/gm)].map(
  ([, file, checks, tests]) => ({ file: file!, checks: checks!.split(", "), tests: tests!.split(", ") }),
);

const copy = copyWithTwoSystems();
afterAll(() => copy[Symbol.dispose]());
const before = tasksIn(copy.path, scripts.test);

describe("docs/testing.md says what an edit runs", () => {
  test("of a system, a room and a page at least", () => {
    expect(rows.map(({ file }) => file.split("/")[0])).toEqual(
      expect.arrayContaining(["packages", "overlays", "generated", "docs"]),
    );
  });

  test.each(rows)("of $file", ({ file, checks, tests }) => {
    const path = join(copy.path, file);
    const text = readFileSync(path, "utf8");
    appendFileSync(path, "\n");
    const changed = changedTasks(before, tasksIn(copy.path, scripts.test));
    writeFileSync(path, text);
    expect(changed).toEqual({ checks, tests: tests.toSorted() });
  });
});

test("a copy in another folder, with other systems, has the same tasks of the kit", () => {
  expect(kitTests(before).length).toBeGreaterThan(20);
  expect(kitTests(before)).toEqual(kitTests(tasksIn(repositoryRoot, scripts.test)));
});

function kitTests(tasks: readonly Task[]): string[] {
  const ours = tasks.filter(({ taskId }) => /^(?:@kit\/|typed-manifests#)/.test(taskId));
  return ours.map(({ taskId, hash }) => `${taskId} ${hash}`);
}

function changedTasks(one: readonly Task[], other: readonly Task[]): { checks: string[]; tests: string[] } {
  const hashes = new Map(one.map(({ taskId, hash }) => [taskId, hash]));
  const changed = other.filter(({ taskId, hash }) => hashes.get(taskId) !== hash).map(({ taskId }) => taskId);
  const [checks, tests] = [/^\/\/#check:(\w+)$/, /^(?:@kit\/)?([\w-]+)#test$/].map((form) =>
    changed.flatMap((id) => form.exec(id)?.[1] ?? []),
  );
  return { checks: inOrder(checks!), tests: tests!.toSorted() };
}

/** In the order in which `pnpm test` names them. */
function inOrder(checks: readonly string[]): string[] {
  const order = [...scripts.test.matchAll(/check:(\w+)/g)].map(([, name]) => name!);
  return checks.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** This repository without what belongs to its systems, and with two others. */
function copyWithTwoSystems(): TestDirectory {
  const directory = temporaryDirectory();
  const files = git(repositoryRoot, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  const ours = files.filter((file) => !/^(?:overlays|generated)\/|^packages\/(?!kit\/)/.test(file));
  for (const file of ours.filter((name) => name !== "" && existsSync(join(repositoryRoot, name)))) {
    cpSync(join(repositoryRoot, file), join(directory.path, file), { verbatimSymlinks: true });
  }
  directory.write({ ...systemFiles("shop"), ...systemFiles("stall") });
  git(directory.path, "init", "--quiet");
  git(directory.path, "add", "--all");
  git(directory.path, "commit", "--quiet", "--message", "Copy");
  return directory;
}

/** A system with tests, as the page says it: enough for turbo, which reads package.json alone. */
function systemFiles(name: string): Record<string, string> {
  const block = codeBlocks(page).find(({ text }) => text.startsWith("// packages/shop/turbo.json\n"))!.text;
  const dependencies = { "typed-manifests": "workspace:*" };
  return {
    [`packages/${name}/turbo.json`]: block.replace(/^.*\n/, "").replaceAll("/shop/", `/${name}/`),
    [`packages/${name}/package.json`]: json({
      name,
      scripts: { test: "vitest run --config ../../vitest.package.config.ts" },
      devDependencies: { "@kit/testing": "workspace:*" },
    }),
    [`packages/${name}/test/cart.test.ts`]: "",
    [`packages/${name}/cart/package.json`]: json({ name: `@${name}/cart`, dependencies }),
    [`packages/${name}/cart/src/index.ts`]: "",
    [`overlays/${name}/dev/kustomization.yaml`]: "",
    [`generated/rendered/${name}/dev/service-cart.yaml`]: "",
  };
}

function git(cwd: string, ...args: readonly string[]): string {
  const env = { ...process.env, ...plainGit };
  return execFileSync("git", args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 26 });
}

function json(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
