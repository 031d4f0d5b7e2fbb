import { execFile, execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { codeIn } from "../markdown.ts";

const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const names = Object.keys(scripts);
const pages = globSync(["*.md", "docs/**/*.md"], { cwd: repositoryRoot });
const documented = pages.flatMap((page) =>
  codeIn(readFileSync(join(repositoryRoot, page), "utf8"))
    .flatMap((code) => [...code.matchAll(/(?:^|[\s;&|(])pnpm(?:@[\d.]+)? ([a-z][\w:-]*)(?: ([^\s`]+))?/g)])
    .map(([, name, argument = ""]) => ({ page, name: name!, argument })),
);

// pnpm runs its own command instead of a script of the same name, but for some, and says nothing. So it is asked.
test("pnpm owns the name of no script", async () => {
  expect(await notRun(names)).toEqual([]);
});

test("pnpm owns other names", async () => {
  expect(await notRun(["docs", "import", "pack", "build"])).toEqual(["docs", "import", "pack"]);
});

test("whatever a page names for pnpm is a script, or a command of its own", () => {
  expect(documented.length).toBeGreaterThan(100);
  const known = new Set([...names, ...ownCommands()]);
  expect(documented.filter(({ name }) => !known.has(name))).toEqual([]);
});

test("the tests that a page tells to run are there", () => {
  // vitest takes the beginning of a path.
  const told = documented.filter(({ name, argument }) => name.startsWith("test:") && argument.includes("/"));
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ argument }) => globSync(`${argument}*`, { cwd: repositoryRoot }).length === 0)).toEqual([]);
});

/** Those of the names that pnpm does not run as scripts. */
async function notRun(asked: readonly string[]): Promise<string[]> {
  using directory = temporaryDirectory({
    "package.json": JSON.stringify({ scripts: Object.fromEntries(asked.map((name) => [name, `echo ran ${name}`])) }),
  });
  const said = await Promise.all(
    asked.map(async (name) => {
      // Without registry, whatever it does instead.
      const env = { ...process.env, npm_config_offline: "true" };
      const run = promisify(execFile)("pnpm", [name], { cwd: directory.path, env });
      return (await run.catch(() => ({ stdout: "" }))).stdout;
    }),
  );
  return asked.filter((name, index) => !said[index]!.split("\n").includes(`ran ${name}`));
}

/** The names and aliases in pnpm's list of commands, lines such as `  list   List installed packages [alias: ls]`. */
function ownCommands(): string[] {
  const help = execFileSync("pnpm", ["--help", "-a"], { encoding: "utf8" });
  const commands = [...help.matchAll(/^ {2}([a-z][a-z-]+) {2,}(.*)$/gm)].flatMap(([, name, text]) => [
    name!,
    ...(/\[alias(?:es)?: ([^\]]+)\]/.exec(text!)?.[1]?.split(", ") ?? []),
  ]);
  expect(commands).toEqual(expect.arrayContaining(["install", "i", "exec", "pack"]));
  return commands;
}
