import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantityOf, toMilli, toWhole } from "../../src/index.ts";

const one = 1_000_000_000n;

test.each([
  ["0", 0n],
  ["1", one],
  ["250m", one / 4n],
  ["0.25", one / 4n],
  [".5", one / 2n],
  ["5.", 5n * one],
  ["+2", 2n * one],
  ["-2", -2n * one],
  ["100n", 100n],
  ["3u", 3000n],
  ["1k", 1000n * one],
  ["1Ki", 1024n * one],
  ["1.5Gi", 1_610_612_736n * one],
  ["0.1Ki", (1024n * one) / 10n],
  ["1E", 10n ** 18n * one],
  ["1Ei", 2n ** 60n * one],
  ["1e3", 1000n * one],
  ["1E3", 1000n * one],
  ["12.5e-1", (125n * one) / 100n],
  ["1e+2", 100n * one],
  // Finer than a billionth: some is asked for, so some is given.
  ["0.0000000001", 1n],
  ["1e-30", 1n],
  ["-1e-30", -1n],
  ["0e99999", 0n],
  // The API server takes digits that are not there for 0, and cuts spaces off.
  [".", 0n],
  ["+", 0n],
  ["m", 0n],
  [" 1 ", one],
  [2, 2n * one],
  [0.5, one / 2n],
])("%s", (value, nanos) => expect(quantityOf(value)).toBe(nanos));

test.each([
  "",
  " ",
  "\t1",
  "1 Gi",
  "1gi",
  "1K",
  "0x10",
  "1e",
  "1e1.5",
  "1,5",
  "--1",
  "1Kim",
  "NaN",
  "1_000",
  "1e9999999",
  null,
  true,
  ["1"],
])("%j is not a quantity", (value) => expect(quantityOf(value)).toBeUndefined());

describe("always", () => {
  const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const suffixes: [string, bigint][] = [
    ["n", 1n],
    ["u", 1000n],
    ["m", 1_000_000n],
    ["", one],
    ["k", 1000n * one],
    ["M", 10n ** 6n * one],
    ["G", 10n ** 9n * one],
    ["T", 10n ** 12n * one],
    ["P", 10n ** 15n * one],
    ["E", 10n ** 18n * one],
    ["Ki", 2n ** 10n * one],
    ["Mi", 2n ** 20n * one],
    ["Gi", 2n ** 30n * one],
    ["Ti", 2n ** 40n * one],
    ["Pi", 2n ** 50n * one],
    ["Ei", 2n ** 60n * one],
  ];

  test("a suffix multiplies, and a fraction is exact or rounded up by less than a billionth", () => {
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{0,12}$/), fc.constantFrom(...suffixes), (number, digits, suffix) => {
        const [name, factor] = suffix;
        const nanos = quantityOf(`${number}.${digits}${name}`)!;
        const scale = 10n ** BigInt(digits.length);
        const exact = (number * scale + BigInt(digits === "" ? "0" : digits)) * factor;
        expect(nanos * scale >= exact && (nanos - 1n) * scale < exact).toBe(true);
      }),
    );
  });

  test("an exponent moves the point", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 30 }), (number, exponent) => {
        expect(quantityOf(`${number}e${exponent}`)).toBe(number * 10n ** BigInt(exponent) * one);
        expect(quantityOf(`${number}${"0".repeat(exponent)}E-${exponent}`)).toBe(number * one);
      }),
    );
  });

  test("thousandths and whole units are rounded up, and never by a whole one", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (nanos) => {
        expect([toMilli(nanos) * 1_000_000n - nanos < 1_000_000n, toMilli(nanos) * 1_000_000n >= nanos]).toEqual([
          true,
          true,
        ]);
        expect([toWhole(nanos) * one - nanos < one, toWhole(nanos) * one >= nanos]).toEqual([true, true]);
      }),
    );
  });

  test("any text is a quantity or none, without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.+-eEmkMGiKTPn u".split("")) }), (text) => {
        const nanos = quantityOf(text);
        expect(nanos === undefined || typeof nanos === "bigint").toBe(true);
      }),
    );
  });
});
