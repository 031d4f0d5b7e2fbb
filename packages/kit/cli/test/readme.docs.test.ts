import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { commands } from "../src/commands.ts";

const names = commands.map(([{ name }]) => name);
const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
// A README of one's own (docs/make-it-yours.md) need not list the kit's commands.
const isOfTheKit = readme.includes("](docs/");

test.runIf(isOfTheKit)("README lists every command", () => {
  expect(names.filter((name) => !new RegExp(`^\\| \`pnpm ${name}\\b`, "m").test(readme))).toEqual([]);
});

test("package.json starts every command", () => {
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as Scripts;
  const start = "node packages/kit/typed-manifests/bin/start.mjs";
  expect(names.filter((name) => scripts[name] !== `${start} ${name}`)).toEqual([]);
});

interface Scripts {
  readonly scripts: Readonly<Record<string, string>>;
}
