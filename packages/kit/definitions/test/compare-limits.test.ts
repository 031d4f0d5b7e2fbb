import { expect, test } from "vitest";
import { compareLimits } from "../src/compare-limits.ts";

function said(before: object, after: object): string[] {
  const found: string[] = [];
  compareLimits(before, after, (breaks, what) => found.push(`${breaks ? "breaks" : "adds"} ${what}`));
  return found;
}

test.for([
  [{}, { maximum: 3 }, ["breaks has 3 as maximum"]],
  [{ maximum: 3 }, { maximum: 2 }, ["breaks has not 3 but 2 as maximum"]],
  [{ maximum: 3 }, { maximum: 4 }, ["adds has not 3 but 4 as maximum"]],
  [{ minItems: 1 }, { minItems: 2 }, ["breaks has not 1 but 2 as minItems"]],
  [{ minItems: 2 }, { minItems: 1 }, ["adds has not 2 but 1 as minItems"]],
  [{ minLength: 1 }, {}, ["adds has no minLength any more"]],
  [{}, { pattern: "^a$" }, ["breaks has the pattern ^a$"]],
  [{ pattern: "^a$" }, {}, ["adds has no pattern any more"]],
  [{ format: "date" }, { format: "uuid" }, ["breaks has the format uuid"]],
  [{ nullable: true }, {}, ["breaks may not be null any more"]],
  [
    { "x-kubernetes-preserve-unknown-fields": true },
    {},
    ["breaks takes no other fields any more than those that it names"],
  ],
  [{}, { "x-kubernetes-validations": [{ rule: "self > 1" }] }, ["breaks has to meet the rule self > 1"]],
  [{ "x-kubernetes-validations": [{ rule: "self > 1" }] }, {}, ["adds need not meet the rule self > 1 any more"]],
  [{}, { oneOf: [{ required: ["a"] }] }, ["breaks has other conditions in oneOf"]],
  [{ oneOf: [{ required: ["a"] }] }, {}, []],
  [{}, { "x-kubernetes-list-type": "set" }, ["breaks is merged as set, and was as atomic"]],
  [{ "x-kubernetes-list-type": "map" }, {}, ["adds is merged as atomic, and was as map"]],
  [{ default: 1 }, { default: 2 }, ["adds has the default 2"]],
  [{ default: 1 }, {}, ["adds has no default any more"]],
  [{ description: "a" }, { description: "b" }, []],
] as const)("%j, then %j", ([before, after, expected]) => expect(said(before, after)).toEqual(expected));
