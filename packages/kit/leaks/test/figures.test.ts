import { isLongRun, recordFigure } from "@kit/testing";
import { expect, test } from "vitest";
import { findSecrets, maskSecrets } from "../src/index.ts";
import { namedValues, type NamedValue } from "./named-values.ts";
import { ordinaryValues, type OrdinaryValue } from "./ordinary-values.ts";

const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const count = isLongRun ? 100_000 : 5_000;
const page = "docs/leaks.md";

test(`of ${count} random values under telling names at most 1 % are missed, seed ${seed}`, () => {
  const values = namedValues(count, seed);
  const missed = values.filter(({ text }) => findSecrets(text).length === 0);
  const shown = values.filter(({ text, value }) => maskSecrets(text).includes(value));
  recordFigure(page, "random values under telling names: missed by the scan", ofAll(missed.length));
  recordFigure(page, "random values under telling names: shown by the mask", ofAll(shown.length));
  if (missed.length > count / 100) console.log(counts(missed, "alphabet"), counts(missed, "form"));
  expect(missed.length / count).toBeLessThanOrEqual(0.01);
  expect(shown.length / count).toBeLessThanOrEqual(0.01);
});

test(`of ${count} ordinary values at most 1 in 2,000 is taken for a secret, seed ${seed}`, () => {
  const alarms = ordinaryValues(count, seed).flatMap((one) => {
    const kind = formsOf(one)
      .flatMap((text) => findSecrets(text))
      .at(0)?.kind;
    return kind === undefined ? [] : [`${one.sort}: ${one.name}, ${kind}: ${one.value.slice(0, 80)}`];
  });
  recordFigure(page, "ordinary values: taken for a secret", ofAll(alarms.length));
  // All of them are shown where they are too many.
  expect(alarms.length > count / 2_000 ? alarms : []).toEqual([]);
});

function ofAll(part: number): string {
  return `${part} of ${count} (${((100 * part) / count).toFixed(3)} %)`;
}

function counts(values: readonly NamedValue[], by: "alphabet" | "form"): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (one) => one[by])].map(([name, own]) => [name, own.length]));
}

/** As the value of a key, of an environment variable, and inside of a text. */
function formsOf({ name, value }: OrdinaryValue): string[] {
  const quoted = JSON.stringify(value);
  const isText = value.includes("\n");
  return [
    `data:\n  ${name}: ${quoted}\n  LOG_LEVEL: info\n`,
    `data:\n  ${name}: ${isText ? `|\n${value.replaceAll(/^/gm, "    ")}` : `'${value.replaceAll("'", "''")}'`}\n`,
    `env:\n  - name: ${JSON.stringify(name)}\n    value: ${quoted}\n`,
    `data:\n  app.json: |\n    {"a": 1, ${JSON.stringify(name)}: ${quoted}}\n`,
  ];
}
