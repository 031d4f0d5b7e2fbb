import { allKinds, groupOf, isBuiltInGroup, type KindSchema } from "@kit/schema";
import { describe, expect, test } from "vitest";
import { compareCorpus } from "./compare.ts";
import { formatDisagreements } from "./format-disagreements.ts";
import { isKnown, knownDisagreements } from "./known-disagreements.ts";
import { readCorpus } from "./read-corpus.ts";
import { readVerdicts } from "./verdicts.ts";

const compared = compareCorpus();
const files = [...new Set(compared.map(({ file }) => file))];

describe("the corpus", () => {
  test("has a verdict for each case, and a case for each verdict", () => {
    const recorded = Object.entries(readVerdicts(files)).map(([file, byName]) => [file, Object.keys(byName)]);
    const cases = Object.entries(Object.groupBy(readCorpus(), ({ file }) => file));
    expect(recorded).toEqual(cases.map(([file, ofFile]) => [file, ofFile!.map(({ name }) => name)]));
  });

  test("begins with objects that the server takes", () => {
    const valid = compared.filter(({ name }) => name === "the valid object");
    expect(valid.filter(({ verdict }) => verdict !== null).map(({ file, verdict }) => [file, verdict])).toEqual([]);
  });

  test("has every kind that the server serves, in each version", () => {
    const own = allKinds().filter(({ apiVersion }) => isBuiltInGroup(groupOf(apiVersion)));
    const had = new Set(readCorpus().map(({ valid }) => keyOf(valid)));
    expect(own.map(keyOf).filter((kind) => !had.has(kind))).toEqual([]);
  });

  test("is to a third about what looks wrong and is not", () => {
    const taken = compared.filter(({ verdict }) => verdict === null).length;
    expect(taken / compared.length).toBeGreaterThan(1 / 3);
  });
});

describe("the checks find an error where the server refuses, and none where it does not", () => {
  test.each(files)("%s", (file) => {
    expect(formatDisagreements(compared.filter((one) => one.file === file && !isKnown(one)))).toBe("");
  });
});

test("each known disagreement is one", () => {
  const disagreeing = compared.filter(({ disagreement }) => disagreement !== undefined);
  const still = disagreeing.filter(isKnown).map(({ file, name }) => `${file}: ${name}`);
  expect(still.toSorted()).toEqual(knownDisagreements.map(({ file, name }) => `${file}: ${name}`).toSorted());
});

function keyOf({ apiVersion, kind }: Readonly<Record<string, unknown>> | KindSchema): string {
  return JSON.stringify([apiVersion, kind]);
}
