import { expect, test } from "vitest";
import { goPatternProblem } from "../../src/syntax/go-pattern.ts";

const taken = [
  "",
  "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
  "(?i)abc",
  "(?P<name>a)(?<other>b)(?:c)",
  String.raw`\pL\p{Greek}\x41\x{10FFFF}\.\-\d\z\A\b`,
  "[[:alpha:]_]",
  "[]a]",
  "[^]a]",
  "[a-]",
  String.raw`[\]\d-]`,
  "a{2}b{2,}c{2,5}?",
  "a{,5}",
  "a{b}",
  "x*?y+?z??",
  "a{1000}",
  "é*",
];

test.for(taken)("takes %s", (pattern) => {
  expect(goPatternProblem(pattern)).toBeUndefined();
});

const refused: readonly (readonly [pattern: string, problem: string])[] = [
  ["(", "has an opening bracket that is not closed"],
  ["a)", "has a closing bracket too many"],
  ["[a", "has a class that is not closed"],
  ["[", "has a class that is not closed"],
  ["[z-a]", "has the range z-a, which ends before it begins"],
  ["*a", "repeats nothing with *"],
  ["(|+a)", "repeats nothing with +"],
  ["a**", "repeats a repetition with *"],
  ["a{1001}", "repeats more than 1000 times with {1001}"],
  ["a{5,2}", "has {5,2}, which ends before it begins"],
  ["^(?=a)", "has a group that Go does not know, such as (?= or (?<="],
  ["(?<!a)b", "has a group that Go does not know, such as (?= or (?<="],
  [String.raw`(a)\1`, String.raw`refers back with \1`],
  [String.raw`\y`, String.raw`has the escape \y, which Go does not know`],
  ["a\\", "ends in a backslash"],
];

test.for(refused)("says of %s that it %s", ([pattern, problem]) => {
  expect(goPatternProblem(pattern)).toBe(problem);
});
