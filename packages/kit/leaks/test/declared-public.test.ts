import { madeSecrets } from "@kit/testing";
import { expect, test } from "vitest";
import { declaredPublic, findSecrets, staleDeclarations } from "../src/index.ts";
import { findLeaks } from "../src/scan/index.ts";

const key = madeSecrets(11).find(({ kind }) => kind === "a Google API key")!.value;
const randomKey = madeSecrets(11).find(({ kind }) => kind === "a random key")!.value;
const source = "packages/shop/web/src/index.ts";
const declare = (value: string): string =>
  `import { publicValue } from "@kit/model";\n\nexport const key = publicValue("${value}", "browsers load it");\n`;

test("a source declares a value with its reason, and no other text does", () => {
  const declared = { value: key, reason: "browsers load it", where: source, line: 3 };
  const others: [string, string][] = [
    ["docs/a.md", declare(key)],
    ["packages/shop/web/test/a.ts", declare(key)],
  ];
  expect(declaredPublic([[source, declare(key)], ...others])).toEqual([declared]);
  const long = `publicValue(\n  '${key}',\n  "browsers load it",\n)`;
  expect(declaredPublic([[source, long]])).toEqual([{ ...declared, line: 1 }]);
  expect(declaredPublic([[source, `publicValue(value, "why"); publicValue("${key}", "")`]])).toEqual([]);
});

test("what is declared is no secret anywhere, and what stands beside it is", async () => {
  const texts: [string, string][] = [
    [source, declare(key)],
    ["generated/a.yaml", `data:\n  MAPS_API_KEY: ${key}\n  SESSION_SECRET: ${randomKey}\n`],
  ];
  expect(await findLeaks(texts, [key])).toEqual([
    { where: "generated/a.yaml", line: 3, kind: "a value named SESSION_SECRET" },
  ]);
  expect(findSecrets(`SESSION_SECRET: ${randomKey}${randomKey}`, { publicValues: [randomKey] })).toHaveLength(1);
});

test("a declaration is stale where nothing would take the value for a secret", () => {
  expect([
    stale(key, "a: b\n"),
    stale(randomKey, `SESSION_SECRET: ${randomKey}\n`),
    stale(randomKey, `GREETING: ${randomKey}\n`),
    stale("an-ordinary-value", "SESSION_SECRET: an-ordinary-value\n"),
  ]).toEqual([0, 0, 1, 1]);
});

function stale(value: string, text: string): number {
  const texts: [string, string][] = [
    [source, declare(value)],
    ["generated/a.yaml", text],
  ];
  return staleDeclarations(declaredPublic(texts), texts).length;
}
