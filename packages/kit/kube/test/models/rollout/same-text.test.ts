import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, hasSameText } from "../../../src/models/rollout/same-text.ts";

const scalar = fc.oneof(
  fc.constantFrom(null, undefined, 0, -0, 1, 1n, 2n, "", "1", "null", true, false, Number.NaN),
  fc.string({ maxLength: 2 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "__proto__"), tie("value"), { maxKeys: 3 }),
  ),
}));

test("values have the same text exactly where their texts are the same", () => {
  let same = 0;
  fc.assert(
    fc.property(value, value, (one, other) => {
      const isSame = canonicalText(one) === canonicalText(other);
      if (isSame) same++;
      expect(hasSameText(one, other)).toBe(isSame);
    }),
    { numRuns: 3_000 },
  );
  expect(same).toBeGreaterThan(20);
});

test("the order of fields means nothing, and that of items does", () => {
  expect(hasSameText({ a: [1, 2], b: "" }, { b: "", a: [1, 2] })).toBe(true);
  expect(hasSameText({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(hasSameText({ a: undefined }, {})).toBe(false);
});
