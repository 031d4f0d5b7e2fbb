import { expect, test } from "vitest";
import { csiStorageCapacity } from "../../../src/checks/api-validity/csi-storage-capacity.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["csi-storage-capacity", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(csiStorageCapacity, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "csi-storage-capacity",
    "an empty storageClassName",
    ["error CSIStorageCapacity shop/fast-1 storageClassName: storageClassName is empty; write storageClassName"],
  ],
  [
    "csi-storage-capacity",
    "a storageClassName in upper case",
    [
      'error CSIStorageCapacity shop/fast-1 storageClassName: storageClassName "Fast" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct storageClassName',
    ],
  ],
  [
    "csi-storage-capacity",
    "a capacity below zero",
    [
      "error CSIStorageCapacity shop/fast-1 capacity: the capacity is -1, and must be 0 or more; write how much there is",
    ],
  ],
  [
    "csi-storage-capacity",
    "a nodeTopology of a bad value",
    [
      "error CSIStorageCapacity shop/fast-1 nodeTopology.matchLabels.zone: the label's value \"a b\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ],
  ],
  [
    "csi-storage-capacity",
    "a nodeTopology of an unknown operator",
    [
      'error CSIStorageCapacity shop/fast-1 nodeTopology.matchExpressions[0].operator: the operator "Gt" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(csiStorageCapacity, corpusCase(file, name))).toEqual(findings);
});
