import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { chosenFormat, formatOptions } from "../src/define/formats.ts";
import { helpText, listText } from "../src/define/help-text.ts";
import { parseArguments } from "../src/process/parse-arguments.ts";

const definitions = commands.map(([definition]) => definition);

test("the list of commands, and the help of each", async () => {
  const texts = [listText(definitions), ...definitions.map((definition) => helpText(definition))];
  await expect(texts.join(`\n${"=".repeat(80)}\n\n`)).toMatchFileSnapshot("help.txt");
});

test("no line of a help is longer than a terminal", () => {
  const lines = definitions.flatMap((definition) => helpText(definition).split("\n"));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("of commands that are installed, the help says how they are called there", () => {
  const [order, promote] = ["order", "promote"].map((name) => definitions.find((one) => one.name === name)!);
  expect(helpText(order!, called)).toContain("Usage: pnpm order <environment>\n");
  const text = helpText(promote!, called);
  expect(text).toContain("\nUsage: pnpm exec typed-manifests promote <from> ");
  expect(text).toContain("  pnpm exec typed-manifests promote dev prod\n");
  const list = listText(definitions, called);
  expect(list).toContain("\nUsage: pnpm exec typed-manifests <command> [arguments...]\n");
  expect(list).toContain("Where a text says `pnpm build`, call `pnpm exec typed-manifests build`, or write");
  expect(listText(definitions)).not.toContain("typed-manifests");
});

function called(name: string): string {
  return name === "order" ? "pnpm order" : `pnpm exec typed-manifests ${name}`;
}

test.for(["definitions", "commands"])("each file in %s is of a command in the list", (folder) => {
  const files = readdirSync(join(import.meta.dirname, "../src", folder));
  expect(definitions.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
});

describe("what a help has as an example is what its command takes", () => {
  const examples = definitions.flatMap((one) => Object.keys(one.examples ?? {}).map((call) => [call, one] as const));
  test.for(examples)("%s", ([call, definition]) => {
    const [name, ...args] = call.replace(/ >.*/, "").split(" ");
    const { values } = parseArguments(args, { ...definition.options, ...formatOptions(definition) }, true);
    expect(name).toBe(definition.name);
    expect(chosenFormat(definition, values)).toBe(/--format (\S+)/.exec(call)?.[1] ?? "text");
  });
});
