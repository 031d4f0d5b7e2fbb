import { serverMetadata } from "../../../src/checks/api-validity/server-metadata.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["configMap", { "metadata.ownerReferences": [{ apiVersion: "/v1", kind: "Pod", name: "a", uid: "b" }] }],
  ["configMap", { "metadata.ownerReferences": [{ apiVersion: "apps/v1", kind: "Event", name: "a", uid: "b" }] }],
  ["configMap", { "metadata.uid": "" }],
  ["configMap", { "metadata.generation": 3 }],
  ["configMap", { "metadata.resourceVersion": "1" }],
  ["configMap", { "metadata.creationTimestamp": null }],
  [
    "configMap",
    { "metadata.ownerReferences": [{ apiVersion: "v1", kind: "Pod", name: "a", uid: "1", controller: true }] },
  ],
];

const refused: readonly Refused[] = [
  [
    ["configMap", { "metadata.uid": "abc" }],
    'error ConfigMap default/x metadata.uid: uid is "abc", and no other object than that one may then have this name; remove it',
  ],
  [
    ["configMap", { "metadata.generation": -1 }],
    "error ConfigMap default/x metadata.generation: generation is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
];

testVerdicts(serverMetadata, taken, refused);
