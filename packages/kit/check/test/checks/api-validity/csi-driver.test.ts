import { expect, test } from "vitest";
import { csiDriver } from "../../../src/checks/api-validity/csi-driver.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["csi-driver", "the valid object"],
  ["csi-driver", "a token of ten minutes"],
  ["csi-driver", "a namespace"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(csiDriver, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "csi-driver",
    "an unknown fsGroupPolicy",
    [
      'error CSIDriver csi.example.com spec.fsGroupPolicy: the fsGroupPolicy "Always" is not one of File, None, ReadWriteOnceWithFSType; write one of File, None, ReadWriteOnceWithFSType',
    ],
  ],
  [
    "csi-driver",
    "an unknown volumeLifecycleMode",
    [
      'error CSIDriver csi.example.com spec.volumeLifecycleModes[0]: the mode "Temporary" is not one of Ephemeral, Persistent; write one of Ephemeral, Persistent',
    ],
  ],
  [
    "csi-driver",
    "a token of a minute",
    [
      "error CSIDriver csi.example.com spec.tokenRequests[0].expirationSeconds: expirationSeconds is 60, and must be from 600 to 4294967296; set it to a number that is from 600 to 4294967296",
    ],
  ],
  [
    "csi-driver",
    "two tokens of one audience",
    [
      'error CSIDriver csi.example.com spec.tokenRequests[1].audience: another token is for the audience "example.com" too; remove one of them',
    ],
  ],
  [
    "csi-driver",
    "9 nodeAllocatableUpdatePeriodSeconds",
    [
      "error CSIDriver csi.example.com spec.nodeAllocatableUpdatePeriodSeconds: nodeAllocatableUpdatePeriodSeconds is 9, and must be 10 or more; set it to a number that is 10 or more",
    ],
  ],
  [
    "csi-driver",
    "serviceAccountTokenInSecrets without tokenRequests",
    [
      "error CSIDriver csi.example.com spec.serviceAccountTokenInSecrets: serviceAccountTokenInSecrets is there, and no tokenRequests; remove it, or write tokenRequests",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(csiDriver, corpusCase(file, name))).toEqual(findings);
});
