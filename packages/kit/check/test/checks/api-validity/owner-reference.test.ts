import { ownerReference } from "../../../src/checks/api-validity/owner-reference.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["configMap", { "metadata.ownerReferences": [{ apiVersion: "/v1", kind: "Pod", name: "a", uid: "b" }] }],
  ["configMap", { "metadata.ownerReferences": [{ apiVersion: "apps/v1", kind: "Event", name: "a", uid: "b" }] }],
  [
    "configMap",
    { "metadata.ownerReferences": [{ apiVersion: "v1", kind: "Pod", name: "a", uid: "1", controller: true }] },
  ],
];

const refused: readonly Refused[] = [
  [
    ["configMap", { "metadata.ownerReferences": [{ apiVersion: "v1", kind: "Pod", name: "a" }] }],
    "error ConfigMap default/x metadata.ownerReferences[0].uid: the owner's uid is missing; write the owner's uid",
  ],
  [
    ["configMap", { "metadata.ownerReferences": [{ apiVersion: "", kind: "Pod", name: "a", uid: "b" }] }],
    "error ConfigMap default/x metadata.ownerReferences[0].apiVersion: the owner's apiVersion is empty; write the owner's apiVersion",
  ],
  [
    [
      "configMap",
      {
        "metadata.ownerReferences": [
          { apiVersion: "v1", kind: "Pod", name: "a", uid: "1", controller: true },
          { apiVersion: "v1", kind: "Pod", name: "b", uid: "2", controller: true },
        ],
      },
    ],
    "error ConfigMap default/x metadata.ownerReferences: 2 owners have controller set to true; leave one of them the controller",
  ],
  [
    ["configMap", { "metadata.ownerReferences": [{ apiVersion: "a/b/c", kind: "Pod", name: "a", uid: "1" }] }],
    "error ConfigMap default/x metadata.ownerReferences[0].apiVersion: the owner's apiVersion \"a/b/c\" must be a version such as v1, or a group and one; correct the owner's apiVersion",
  ],
  [
    ["configMap", { "metadata.ownerReferences": [{ apiVersion: "v1", kind: "Event", name: "a", uid: "1" }] }],
    "error ConfigMap default/x metadata.ownerReferences[0]: an Event cannot own anything; remove the reference",
  ],
];

testVerdicts(ownerReference, taken, refused);
