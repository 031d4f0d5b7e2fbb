import { expect, test } from "vitest";
import { matches } from "../src/matches.ts";

test.each([
  ["^a+$", "aaa", true],
  ["a", "bab", true],
  ["^a$", "b", false],
  // Ways without number: an expression that tries them all would not end.
  ["^(a+)+$", `${"a".repeat(60)}!`, false],
  ["^(a|a)*$", `${"a".repeat(60)}!`, false],
  ["^(a?){60}a{60}$", "a".repeat(60), true],
  [".*.*.*.*.*.*x", "a".repeat(5000), false],
  ["^(a+)+$", "a".repeat(60), true],
  // What Go's refuse is wrong in the definition.
  ["^(?=b)a", "a".repeat(200), true],
  ["a?".repeat(2000), "a", true],
])("a text and a pattern, %$", (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});
