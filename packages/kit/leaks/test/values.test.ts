import { expect, test } from "vitest";
import { findSecrets, maskSecrets } from "../src/index.ts";
import { namedValues, type NamedValue } from "./named-values.ts";

const isLong = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const count = isLong ? 100_000 : 6_000;

test(`of ${count} random values under telling names at most 1 % are missed, seed ${seed}`, () => {
  const values = namedValues(count, seed);
  const missed = values.filter(({ text }) => findSecrets(text).length === 0);
  const shown = values.filter(({ text, value }) => maskSecrets(text).includes(value));
  if (missed.length > count / 100) console.log(counts(missed, "alphabet"), counts(missed, "form"));
  expect(missed.length / count).toBeLessThanOrEqual(0.01);
  expect(shown.length / count).toBeLessThanOrEqual(0.01);
});

function counts(values: readonly NamedValue[], by: "alphabet" | "form"): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (one) => one[by])].map(([name, own]) => [name, own.length]));
}
