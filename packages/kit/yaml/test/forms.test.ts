import { describe, expect, test } from "vitest";
import { differenceOf } from "./difference.ts";
import { forms } from "./forms/index.ts";
import { readerNames, readers } from "./readers.ts";
import { readRecorded } from "./recorded.ts";

const recorded = readRecorded();

test("every form has a verdict", () => {
  expect(forms.map(({ name }) => name)).toEqual(recorded.map(({ name }) => name));
  expect(forms.length).toBeGreaterThan(400);
});

describe.each(readerNames)("as %s", (reader) => {
  test("every form is read as recorded", () => {
    const differences = forms.flatMap(({ name, file }, index) => {
      const difference = differenceOf(file, readers[reader].read(file), recorded[index]![reader]);
      return difference === undefined ? [] : [{ name, ...difference }];
    });
    expect(differences).toEqual([]);
  });
});
