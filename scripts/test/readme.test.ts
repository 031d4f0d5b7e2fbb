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
  const files = Object.values(scripts).flatMap((script) => /scripts\/start\.mjs ([\w-]+)/.exec(script)?.[1] ?? []);
  expect(files.filter((name) => !existsSync(join(repositoryRoot, `scripts/${name}.ts`)))).toEqual([]);
});
