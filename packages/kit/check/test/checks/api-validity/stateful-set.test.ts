import { statefulSet } from "../../../src/checks/api-validity/stateful-set.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["statefulSet", {}],
  ["statefulSet", { "spec.serviceName": undefined }],
  ["statefulSet", { "spec.persistentVolumeClaimRetentionPolicy": { whenDeleted: "" } }],
];

const refused: readonly Refused[] = [
  [
    ["statefulSet", { "spec.serviceName": "A_b" }],
    'error StatefulSet default/x spec.serviceName: serviceName "A_b" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct serviceName',
  ],
  [
    ["statefulSet", { "spec.serviceName": "a.b" }],
    'error StatefulSet default/x spec.serviceName: serviceName "a.b" must not contain dots; correct serviceName',
  ],
  [
    ["statefulSet", { "spec.persistentVolumeClaimRetentionPolicy": { whenDeleted: "Foo" } }],
    'error StatefulSet default/x spec.persistentVolumeClaimRetentionPolicy.whenDeleted: whenDeleted "Foo" is not one of Retain, Delete; write one of Retain, Delete',
  ],
  [
    ["statefulSet", { "spec.persistentVolumeClaimRetentionPolicy": { whenScaled: "foo" } }],
    'error StatefulSet default/x spec.persistentVolumeClaimRetentionPolicy.whenScaled: whenScaled "foo" is not one of Retain, Delete; write one of Retain, Delete',
  ],
];

testVerdicts(statefulSet, taken, refused);
