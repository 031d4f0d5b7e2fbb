import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { findSecrets } from "../src/index.ts";
import { findLeaks } from "../src/scan/index.ts";
import { ordinaryValues, type OrdinaryValue } from "./ordinary-values.ts";

const isLong = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const count = isLong ? 100_000 : 4_000;

test(`of ${count} ordinary values at most 1 in 2,000 is taken for a secret, seed ${seed}`, () => {
  const alarms = ordinaryValues(count, seed).flatMap((one) => {
    const kind = formsOf(one)
      .flatMap((text) => findSecrets(text))
      .at(0)?.kind;
    return kind === undefined ? [] : [`${one.sort}: ${one.name}, ${kind}: ${one.value.slice(0, 80)}`];
  });
  // All of them are shown where they are too many.
  expect(alarms.length > count / 2_000 ? alarms : []).toEqual([]);
});

test("no secret is seen in the API server's examples", async () => {
  const directory = join(repositoryRoot, "packages/kit/check/test/corpus");
  const files = readdirSync(directory).filter((file) => file.endsWith(".yaml"));
  const texts = files.map((file): [string, string] => [file, readFileSync(join(directory, file), "utf8")]);
  expect(await findLeaks(texts)).toEqual([]);
});

/** As the value of a key, of an environment variable, and inside of a text. */
function formsOf({ name, value }: OrdinaryValue): string[] {
  const quoted = JSON.stringify(value);
  return [
    `data:\n  ${name}: ${quoted}\n  LOG_LEVEL: info\n`,
    value.includes("\n")
      ? `data:\n  ${name}: |\n${value.replaceAll(/^/gm, "    ")}\n`
      : `data:\n  ${name}: '${value.replaceAll("'", "''")}'\n`,
    `env:\n  - name: ${JSON.stringify(name)}\n    value: ${quoted}\n`,
    `data:\n  app.json: |\n    {"a": 1, ${JSON.stringify(name)}: ${quoted}}\n`,
  ];
}
