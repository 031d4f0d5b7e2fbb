import { expect, test } from "vitest";
import { descendingPathProblem, noStepsBackProblem, volumeFilePathProblem } from "../../src/syntax/file-path.ts";

const rules = { descendingPathProblem, noStepsBackProblem, volumeFilePathProblem };

test.for<[keyof typeof rules, readonly string[], readonly string[]]>([
  ["descendingPathProblem", ["", "a", "a/..b"], ["/a", "..", "../a", "a/../b"]],
  ["noStepsBackProblem", ["", "/a", "a/..b", "..."], ["..", "a/../b", "/.."]],
  ["volumeFilePathProblem", ["", "a/..b", ".a"], ["/a", "../a", "..a", ".."]],
])("%s", ([rule, taken, refused]) => {
  expect(taken.filter((text) => rules[rule](text) !== undefined)).toEqual([]);
  expect(refused.filter((text) => rules[rule](text) === undefined)).toEqual([]);
});
