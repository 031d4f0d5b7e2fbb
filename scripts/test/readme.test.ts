import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("README.md names only commands that there are", () => {
  const named = [...readme.matchAll(/pnpm ([a-z:-]*[a-z])/g)].map(([, script]) => script!);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
  const files = Object.values(scripts).flatMap((script) => /tsx (scripts\/\S+)/.exec(script)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(join(repositoryRoot, file)))).toEqual([]);
  const commands = Object.values(scripts).flatMap((script) => /start\.mjs ([\w-]+)/.exec(script)?.[1] ?? []);
  const sources = commands.map((name) => `packages/kit/cli/src/commands/${name}.ts`);
  expect(sources.filter((file) => !existsSync(join(repositoryRoot, file)))).toEqual([]);
});
