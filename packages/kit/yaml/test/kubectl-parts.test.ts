import fc from "fast-check";
import { expect, test } from "vitest";
import { linesInParts, partsOf } from "../src/kubectl-parts.ts";

const pieces = ["---", "----", "--", " ", "\t", "#", "# a", "a: b", "\n", "\n", "\n---\n", "\r\n", "\u2028", "x"];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(""));

test("an ordinary text has the parts that it has line by line", () => {
  let count = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const parts = partsOf(text, 3);
      if (parts.length > 1) count++;
      expect(parts).toEqual(linesInParts(text, 3));
    }),
    { numRuns: process.env["LONG"] === undefined ? 2000 : 50_000 },
  );
  expect(count).toBeGreaterThan(100);
});
