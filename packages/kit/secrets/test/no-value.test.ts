import { secretVariables } from "@kit/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applySecrets, checkEnvFile, formatEnvFindings, secretTemplate } from "../src/index.ts";
import { cartSecret, environment, webSecret } from "./shop.ts";

const contracts = [cartSecret, webSecret];
const variables = secretVariables(contracts);
const names = variables.map(({ name }) => name);

/** Random enough not to stand in a message by chance: the first character is in none. */
const secret = fc.stringMatching(/^~[A-Za-z0-9+/_=:@.-]{5,60}$/);

/** A line of an env file that may have anything wrong with it. */
function lineOf(value: string): fc.Arbitrary<string> {
  const name = fc.oneof(fc.constantFrom(...names, "SESION_KEY", "OTHER"), secret);
  const quote = fc.constantFrom("", '"', "'", "`");
  const sign = fc.constantFrom("=", " = ", "", ": ", "=\n", "==");
  const prefix = fc.constantFrom("", "export ", "# ", " ", "postgresql://h/", "sk-");
  return fc
    .tuple(fc.constantFrom("", "export ", "  "), name, sign, quote, prefix, quote)
    .map(([before, key, between, open, start, close]) => `${before}${key}${between}${open}${start}${value}${close}`);
}

const envFiles = fc.array(secret, { minLength: 1, maxLength: 5 }).chain((values) =>
  fc.record({
    values: fc.constant(values),
    text: fc.tuple(...values.map(lineOf)).map((lines) => lines.join("\n")),
  }),
);

/** Every form that a message could have a value in. */
function formsOf(value: string): string[] {
  return [value, Buffer.from(value).toString("base64"), encodeURIComponent(value)];
}

test("no value of any env file is in what check and template say", () => {
  fc.assert(
    fc.property(envFiles, ({ values, text }) => {
      const { findings } = checkEnvFile(text, variables);
      const said = formatEnvFindings(findings) + secretTemplate(environment, "packages/shop/environments", []);
      expect(values.flatMap(formsOf).filter((form) => said.includes(form))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("no value is in what apply says, whatever part of it kubectl repeats", async () => {
  const applied = fc.record({
    values: fc.tuple(...names.map(() => secret)),
    from: fc.nat(600),
    length: fc.nat(600),
    decoded: fc.boolean(),
    exitCode: fc.constantFrom(0, 1),
  });
  await fc.assert(
    fc.asyncProperty(applied, async ({ values, from, length, decoded, exitCode }) => {
      const said = applySecrets({
        target: { context: "kind", server: "https://127.0.0.1:6443", namespace: "shop" },
        contracts,
        values: new Map(names.map((name, index) => [name, values[index]!])),
        kubectl: (args, input = "") => {
          expect(values.flatMap(formsOf).filter((form) => args.join(" ").includes(form))).toEqual([]);
          const repeated = (decoded ? values.join(", ") : input).slice(from, from + length);
          return Promise.resolve({ exitCode, stdout: `a ${repeated}`, stderr: `b ${repeated}` });
        },
      });
      const message = await said.catch((error: Error) => error.message);
      const parts = values.flatMap(formsOf).flatMap((form) => (form.length > 8 ? [form, form.slice(-8)] : [form]));
      expect(parts.filter((part) => message.includes(part))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
