import { workloadSelector } from "../../../src/checks/api-validity/workload-selector.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["deployment", {}],
  ["daemonSet", {}],
  ["replicaSet", {}],
  ["statefulSet", {}],
  ["replicationController", {}],
  ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "In", values: ["b"] }] } }],
  ["replicationController", { "spec.selector": undefined }],
  ["replicationController", { "spec.selector": {} }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.selector": {} }],
    "error Deployment default/x spec.selector: the selector is empty; select the labels of the pod template",
  ],
  [
    ["deployment", { "spec.selector": { matchLabels: { a: "c" } } }],
    "error Deployment default/x spec.selector: the selector does not take the labels of the pod template: a=b; select labels that the template has",
  ],
  [
    ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "In" }] } }],
    "error Deployment default/x spec.selector: the selector does not take the labels of the pod template: a=b; select labels that the template has",
  ],
  [
    ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "Gt", values: ["1"] }] } }],
    "error Deployment default/x spec.selector: the selector does not take the labels of the pod template: a=b; select labels that the template has",
  ],
  [
    ["daemonSet", { "spec.selector": {} }],
    "error DaemonSet default/x spec.selector: the selector is empty; select the labels of the pod template",
  ],
  [
    ["replicationController", { "spec.selector": { a: "c" } }],
    "error ReplicationController default/x spec.selector: the selector does not take the labels of the pod template: a=b; select labels that the template has",
  ],
  [
    ["replicationController", { "spec.template": undefined }],
    "error ReplicationController default/x spec.template: the template is missing; write the pods' template",
  ],
  [
    ["replicationController", { "spec.selector": { "a b": "c" } }],
    "error ReplicationController default/x spec.selector: the selector does not take the labels of the pod template: a=b; select labels that the template has",
  ],
  [
    ["replicaSet", { "spec.template": undefined }],
    "error ReplicaSet default/x spec.selector: the selector does not take the labels of the pod template: it has none; select labels that the template has",
  ],
  [
    ["replicationController", { "spec.template.metadata.labels": {} }],
    "error ReplicationController default/x spec.selector: the selector does not take the labels of the pod template: it has none; select labels that the template has",
  ],
  [
    ["replicationController", { "spec.selector": undefined, "spec.template.metadata.labels": {} }],
    "error ReplicationController default/x spec.selector: neither the selector nor the pod template has a label; give the pods a label, and select by it",
  ],
  [
    ["deployment", { "spec.template": undefined }],
    "error Deployment default/x spec.selector: the selector does not take the labels of the pod template: it has none; select labels that the template has",
  ],
  [
    ["deployment", { "spec.template.metadata": undefined }],
    "error Deployment default/x spec.selector: the selector does not take the labels of the pod template: it has none; select labels that the template has",
  ],
  [
    ["statefulSet", { "spec.template": undefined }],
    "error StatefulSet default/x spec.selector: the selector does not take the labels of the pod template: it has none; select labels that the template has",
  ],
  [
    ["replicationController", { spec: undefined }],
    "error ReplicationController default/x spec.template: the template is missing; write the pods' template",
  ],
];

testVerdicts(workloadSelector, taken, refused);
