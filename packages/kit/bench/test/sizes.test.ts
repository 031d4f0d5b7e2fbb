import { describe, expect, test } from "vitest";
import { parseSizes } from "../src/index.ts";

describe("parseSizes", () => {
  test("gives all sizes where none is asked for", () => {
    expect(parseSizes(undefined)).toEqual([10, 100, 1000]);
  });

  test("gives each size once, ascending", () => {
    expect(parseSizes("100, 10,100")).toEqual([10, 100]);
  });

  test.each(["0", "-1", "1.5", "1e3", "ten", "10000", "", "010"])("refuses %j", (text) => {
    expect(() => parseSizes(`10,${text}`)).toThrow(
      `error[argument-value]: --services takes whole numbers from 1 to 9999, got ${JSON.stringify(text)}
  where:  the command's arguments
  to fix: write numbers with commas between them, such as --services 10,100`,
    );
  });
});
