import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalQuantity, quantityOf } from "../../src/index.ts";
import { quantities } from "./quantities.ts";

describe("canonicalQuantity", () => {
  // A real API server gave these: canonical-quantity.cluster.test.ts asks it again.
  test.for(quantities)("makes %s what the server makes of it: %s", ([written, kept]) => {
    expect(canonicalQuantity(written)).toBe(kept);
  });

  test.for(["", "much", "1 Gi", "1gi", "1000E", "16Ei", "--1"])("takes %s for invalid", (text) => {
    expect(canonicalQuantity(text)).toBeUndefined();
  });

  const suffix = fc.constantFrom("", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3", "E-2");
  const amount = fc
    .tuple(fc.nat(5000), fc.option(fc.nat(999)), suffix)
    .map(([whole, fraction, end]) => `${whole}${fraction === null ? "" : `.${fraction}`}${end}`);

  test("keeps the amount, and what it made once", () => {
    fc.assert(
      fc.property(amount, (written) => {
        const kept = canonicalQuantity(written)!;
        expect([quantityOf(kept), canonicalQuantity(kept)]).toEqual([quantityOf(written), kept]);
      }),
      { numRuns: 2000 },
    );
  });
});
