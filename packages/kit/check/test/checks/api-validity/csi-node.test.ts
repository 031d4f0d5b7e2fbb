import { expect, test } from "vitest";
import { csiNode } from "../../../src/checks/api-validity/csi-node.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["csi-node", "the valid object"],
  ["csi-node", "a count of zero"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(csiNode, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "csi-node",
    "a driver's name with an underscore",
    [
      "error CSINode node-1 spec.drivers[0].name: the driver's name \"a_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver's name",
    ],
  ],
  [
    "csi-node",
    "a driver's name of 64 letters",
    [
      "error CSINode node-1 spec.drivers[0].name: the driver's name \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" must have at most 63 characters; correct the driver's name",
    ],
  ],
  [
    "csi-node",
    "an empty nodeID",
    ["error CSINode node-1 spec.drivers[0].nodeID: the nodeID is empty; write the nodeID"],
  ],
  [
    "csi-node",
    "a nodeID of 257 letters",
    [
      'error CSINode node-1 spec.drivers[0].nodeID: the nodeID "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 256 characters; correct the nodeID',
    ],
  ],
  [
    "csi-node",
    "a topologyKey with a blank",
    [
      'error CSINode node-1 spec.drivers[0].topologyKeys[0]: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
    ],
  ],
  [
    "csi-node",
    "an empty topologyKey",
    ["error CSINode node-1 spec.drivers[0].topologyKeys[0]: the key is empty; write the key"],
  ],
  [
    "csi-node",
    "a topologyKey twice",
    ['error CSINode node-1 spec.drivers[0].topologyKeys[1]: the key "a" is there before; remove one of them'],
  ],
  [
    "csi-node",
    "a count below zero",
    [
      "error CSINode node-1 spec.drivers[0].allocatable.count: the count is -1, and must be 0 or more; set it to a number that is 0 or more",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(csiNode, corpusCase(file, name))).toEqual(findings);
});
