// Needs programs that Go builds: `pnpm test:engines` makes them, and names them in the environment.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOf } from "./difference.ts";
import { forms } from "./forms/index.ts";
import { anyFile } from "./generate.ts";
import { judge } from "./judge.ts";
import { readerNames, readers, type ReaderName } from "./readers.ts";
import { readRecorded, writeRecorded } from "./recorded.ts";
import type { Verdict } from "./verdict.ts";

const count = process.env["LONG"] === undefined ? 1000 : 10_000;
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);

function ask(reader: ReaderName, files: readonly Uint8Array[]): Verdict[] {
  const { program, args } = readers[reader];
  return judge(process.env[program]!, args, files);
}

test("the judges say of every form what is recorded", () => {
  const files = forms.map(({ file }) => file);
  const verdicts = readerNames.map((reader) => ask(reader, files));
  const said = forms.map(({ name }, index) => ({
    name,
    ...(Object.fromEntries(readerNames.map((reader, place) => [reader, verdicts[place]![index]])) as Readonly<
      Record<ReaderName, Verdict>
    >),
  }));
  if (process.env["RECORD"] !== undefined) writeRecorded(said);
  expect(said).toEqual(readRecorded());
});

describe.each(readerNames)("as %s", (reader) => {
  test(`${count} random files are read as the judge does, seed ${seed}`, () => {
    const files = fc.sample(anyFile(), { numRuns: count, seed });
    const verdicts = ask(reader, files);
    const differences = files.flatMap((file, index) => {
      const difference = differenceOf(file, readers[reader].read(file), verdicts[index]!);
      return difference === undefined ? [] : [{ file: new TextDecoder().decode(file), ...difference }];
    });
    expect(differences.toSorted((one, other) => one.file.length - other.file.length)).toEqual([]);
  });
});
