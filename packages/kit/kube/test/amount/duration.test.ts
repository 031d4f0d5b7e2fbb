import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationOf, durationText } from "../../src/index.ts";

describe("durationText prints what durationOf reads as Go does", () => {
  test.for([
    ["8760h", "8760h0m0s"],
    ["90m", "1h30m0s"],
    ["1h90s", "1h1m30s"],
    ["1.5h", "1h30m0s"],
    ["15m", "15m0s"],
    ["120s", "2m0s"],
    ["59s", "59s"],
    ["360h0m0s", "360h0m0s"],
    ["0s", "0s"],
    ["0", "0s"],
    ["-0", "0s"],
    ["-1h", "-1h0m0s"],
    ["+.5m", "30s"],
    ["5.s", "5s"],
    ["500ms", "500ms"],
    ["1500ms", "1.5s"],
    ["0.1s", "100ms"],
    ["61.001s", "1m1.001s"],
    ["3us", "3µs"],
    ["3μs", "3µs"],
    ["1.25µs", "1.25µs"],
    ["999ns", "999ns"],
    ["0.5ns", "0s"],
    ["9223372036854775807ns", "2562047h47m16.854775807s"],
  ] as const)("%s is %s", ([written, printed]) => {
    expect(durationText(durationOf(written)!)).toBe(printed);
  });

  test.for(["", "8760", "1d", "soon", "1h ", ".s", "1h-1m", "+", "9223372036854775808ns", "2562048h", 5, null])(
    "%j is not a duration",
    (value) => {
      expect(durationOf(value)).toBeUndefined();
    },
  );
});

test("what is printed is read as the same", () => {
  const most = 2n ** 63n - 1n;
  fc.assert(
    fc.property(fc.bigInt({ min: -most, max: most }), (nanoseconds) => {
      expect(durationOf(durationText(nanoseconds))).toBe(nanoseconds);
    }),
  );
});
