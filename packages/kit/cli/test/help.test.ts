import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { chosenFormat, formatOptions } from "../src/define/formats.ts";
import { helpText, listText } from "../src/define/help-text.ts";
import { parseArguments } from "../src/process/parse-arguments.ts";

const definitions = commands.map(([definition]) => definition);

test("the list of commands, and the help of each", async () => {
  const texts = [listText(definitions), ...definitions.map(helpText)];
  await expect(texts.join(`\n${"=".repeat(80)}\n\n`)).toMatchFileSnapshot("help.txt");
});

test("no line of a help is longer than a terminal", () => {
  const lines = definitions.flatMap((definition) => helpText(definition).split("\n"));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

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
