import { madeSecrets } from "@kit/testing";
import { expect, test } from "vitest";
import { formatHtml, formatJson, formatMarkdown, formatSarif, formatText, review } from "../src/index.ts";

const formats = {
  formatHtml,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText: (one: Parameters<typeof formatHtml>[0]) => formatText(one, true),
};
const words = "words that make a line long enough for a comparison word by word, of which few are others";

/** An object with a secret at every kind of place, and the parts of it that nobody may see. */
function manifestOf(seed: number): { text: string; parts: string[] } {
  const made = madeSecrets(seed);
  const randomKey = made.find(({ kind }) => kind === "a random key")!.value;
  const data = Object.fromEntries(
    made.flatMap(({ value }, at) => [
      [`value${at}`, value],
      [`line${at}`, `${words} ${value} ${words}`],
      [`file${at}.yaml`, `a: 1\nb:\n  c: ${JSON.stringify(value)}\n  d: 2\n`],
      [`file${at}.conf`, `a = 1\nb = ${value}\nc = 2\n`],
    ]),
  );
  const named = {
    SESSION_SECRET: randomKey.toLowerCase(),
    "a.properties": `a=b\nDB_PASSWORD=${randomKey.toLowerCase()}\nc=d\n`,
  };
  const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { ...data, ...named } };
  const parts = [...made.flatMap(({ secret }) => secret), randomKey.toLowerCase()];
  return { text: JSON.stringify(object), parts: parts.flatMap((part) => piecesOf(part)) };
}

/** Every eight characters that the other side does not have by chance. */
function piecesOf(part: string): string[] {
  return Array.from({ length: Math.floor(part.length / 8) }, (_, at) => part.slice(8 * at, 8 * at + 8));
}

test.for(Object.entries(formats))("%s has no part of a secret, whatever a comparison makes of it", ([, format]) => {
  const [before, after] = [manifestOf(41), manifestOf(42)] as const;
  const sides = {
    environment: "prod",
    before: [{ where: "a.yaml", text: before.text }],
    after: [{ where: "a.yaml", text: after.text }],
    overlay: undefined,
  };
  const page = format(review({ base: "main", head: "here", sides: [sides] }));
  expect([...before.parts, ...after.parts].filter((part) => page.includes(part))).toEqual([]);
  // SARIF has findings alone, and this is not one.
  expect(page.includes("*** (after)")).toBe(format !== formatSarif);
});

test("a value that is the same secret is not a change, and one that differs says so", () => {
  const [own, other] = [51, 52].map((seed) => madeSecrets(seed).find(({ kind }) => kind === "a GitHub token")!.value);
  const manifest = (value: string): string =>
    JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: value, b: own } });
  const sides = {
    environment: undefined,
    before: [{ where: "a.yaml", text: manifest(own!) }],
    after: [{ where: "a.yaml", text: manifest(other!) }],
    overlay: undefined,
  };
  const { environments } = review({ base: "a", head: "b", sides: [sides] });
  const fields = environments[0]!.changes[0]!.fields.map(({ path, before, after }) => ({ path, before, after }));
  expect(fields).toEqual([{ path: "data.a", before: "ghp_***", after: "ghp_*** (after)" }]);
});
