import { expect, test } from "vitest";
import { lease } from "../../../src/checks/api-validity/lease.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["lease", "the valid object"],
  ["lease", "a preferredHolder and a strategy"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(lease, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "lease",
    "0 leaseDurationSeconds",
    [
      "error Lease shop/leader spec.leaseDurationSeconds: leaseDurationSeconds is 0, and must be 1 or more; set it to a number that is 1 or more",
    ],
  ],
  [
    "lease",
    "leaseDurationSeconds below zero",
    [
      "error Lease shop/leader spec.leaseDurationSeconds: leaseDurationSeconds is -1, and must be 1 or more; set it to a number that is 1 or more",
    ],
  ],
  [
    "lease",
    "leaseTransitions below zero",
    [
      "error Lease shop/leader spec.leaseTransitions: leaseTransitions is -1, and must be 0 or more; set it to a number that is 0 or more",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(lease, corpusCase(file, name))).toEqual(findings);
});
