import { expect, test } from "vitest";
import { resourceSlice } from "../../../src/checks/api-validity/resource-slice.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["resource-slice", "the valid object"],
  ["resource-slice", "two devices"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(resourceSlice, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "resource-slice",
    "a driver with a slash",
    [
      'error ResourceSlice node-1-gpu spec.driver: the driver "a/b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver',
    ],
  ],
  [
    "resource-slice",
    "a resourceSliceCount of 0",
    [
      "error ResourceSlice node-1-gpu spec.pool.resourceSliceCount: resourceSliceCount is 0, and must be 1 or more; set it to a number that is 1 or more",
    ],
  ],
  [
    "resource-slice",
    "no nodeName",
    [
      "error ResourceSlice node-1-gpu spec: the slice says in 0 ways on which nodes its devices are; write one of nodeName, nodeSelector, allNodes, perDeviceNodeSelection",
    ],
  ],
  [
    "resource-slice",
    "a nodeName in upper case",
    [
      "error ResourceSlice node-1-gpu spec.nodeName: the node's name \"Node\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the node's name",
    ],
  ],
  [
    "resource-slice",
    "a nodeSelector of two terms",
    [
      "error ResourceSlice node-1-gpu spec.nodeSelector.nodeSelectorTerms: 2 terms are there, and one may be; write one term",
    ],
  ],
  [
    "resource-slice",
    "a device's name in upper case",
    [
      "error ResourceSlice node-1-gpu spec.devices[0].name: the device's name \"GPU\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the device's name",
    ],
  ],
  [
    "resource-slice",
    "an attribute of nothing",
    ["error ResourceSlice node-1-gpu spec.devices[0].attributes.model: the attribute has no value; write one value"],
  ],
  [
    "resource-slice",
    "an attribute of a long text",
    [
      'error ResourceSlice node-1-gpu spec.devices[0].attributes.model.string: the value "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 64 characters; correct the value',
    ],
  ],
  [
    "resource-slice",
    "an attribute's name with a dash",
    [
      'error ResourceSlice node-1-gpu spec.devices[0].attributes.my-model: the name "my-model" must have a name of letters, digits and underscores that does not begin with a digit; correct the name',
    ],
  ],
  [
    "resource-slice",
    "a capacity's name with a dash",
    [
      'error ResourceSlice node-1-gpu spec.devices[0].capacity.my-memory: the name "my-memory" must have a name of letters, digits and underscores that does not begin with a digit; correct the name',
    ],
  ],
  [
    "resource-slice",
    "a taint of a bad value",
    [
      'error ResourceSlice node-1-gpu spec.devices[0].taints[0].value: the value "b c" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the value',
    ],
  ],
  [
    "resource-slice",
    "sharedCounters of nothing",
    ["error ResourceSlice node-1-gpu spec.sharedCounters[0].counters: the counters are missing; write at least one"],
  ],
  [
    "resource-slice",
    "two sharedCounters of one name",
    ['error ResourceSlice node-1-gpu spec.sharedCounters[1].name: the name "a" is there before; remove one of them'],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(resourceSlice, corpusCase(file, name))).toEqual(findings);
});
