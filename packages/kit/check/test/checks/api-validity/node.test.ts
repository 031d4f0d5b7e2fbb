import { expect, test } from "vitest";
import { node } from "../../../src/checks/api-validity/node.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["node", "the valid object"],
  ["node", "unschedulable"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(node, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "node",
    "a taint of a bad key",
    [
      'error Node node-1 spec.taints[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
    ],
  ],
  [
    "node",
    "a taint of a bad value",
    [
      'error Node node-1 spec.taints[0].value: the value "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the value',
    ],
  ],
  [
    "node",
    "a taint twice",
    ["error Node node-1 spec.taints[1]: another taint has the key and the effect; remove one of them"],
  ],
  [
    "node",
    "a podCIDR that is an address",
    [
      'error Node node-1 spec.podCIDRs[0]: the range "10.244.1.0" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the range',
    ],
  ],
  [
    "node",
    "podCIDRs of one family",
    ["error Node node-1 spec.podCIDRs: several ranges are of one family; write one of each family"],
  ],
  [
    "node",
    "bits beyond the prefix",
    [
      'error Node node-1 spec.podCIDRs[0]: the range "10.244.1.1/24" must have no bits set beyond the prefix\'s length; correct the range',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(node, corpusCase(file, name))).toEqual(findings);
});
