import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { commands } from "../src/commands.ts";

test("README lists every command, and package.json starts it", () => {
  const names = commands.map(([{ name }]) => name);
  const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
  expect(names.filter((name) => !new RegExp(`^\\| \`pnpm ${name}\\b`, "m").test(readme))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as Scripts;
  const start = "node packages/kit/typed-manifests/bin/start.mjs";
  expect(names.filter((name) => scripts[name] !== `${start} ${name}`)).toEqual([]);
});

interface Scripts {
  readonly scripts: Readonly<Record<string, string>>;
}
