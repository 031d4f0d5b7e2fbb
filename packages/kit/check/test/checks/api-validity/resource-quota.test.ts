import { resourceQuota } from "../../../src/checks/api-validity/resource-quota.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["resourceQuota", {}],
  ["resourceQuota", { "spec.hard": { "count/deployments.apps": "1" } }],
  ["resourceQuota", { "spec.hard": { "requests.nvidia.com/gpu": "1" } }],
  ["resourceQuota", { "spec.hard": { "requests.cpu": "1.5" } }],
  ["resourceQuota", { "spec.hard": { "gold.storageclass.storage.k8s.io/requests.storage": "1Gi" } }],
  ["resourceQuota", { "spec.hard": { "hugepages-2Mi": "1" } }],
  ["resourceQuota", { "spec.scopes": ["Terminating"] }],
  [
    "resourceQuota",
    { "spec.scopeSelector": { matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values: ["x"] }] } },
  ],
  ["resourceQuota", { spec: undefined }],
  ["resourceQuota", { "spec.scopeSelector": {} }],
  [
    "resourceQuota",
    {
      "spec.scopeSelector": { matchExpressions: [{ scopeName: "VolumeAttributesClass", operator: "Exists" }] },
      "spec.hard": { "requests.storage": "1Gi" },
    },
  ],
  ["resourceQuota", { "spec.hard": { "requests.example.com/foo": "1.5" } }],
  ["resourceQuota", { "spec.hard": { "requests.hugepages-2Mi": "1Gi" } }],
];

const refused: readonly Refused[] = [
  [
    ["resourceQuota", { "spec.hard": { foo: "1" } }],
    'error ResourceQuota default/x spec.hard.foo: the resource "foo" is not a resource that the API server knows, and has no domain such as example.com/; correct the resource\'s name',
  ],
  [
    ["resourceQuota", { "spec.hard": { pods: "1.5" } }],
    "error ResourceQuota default/x spec.hard.pods: pods is 1.5, and must be a whole number; correct the amount",
  ],
  [
    ["resourceQuota", { "spec.hard": { pods: "-1" } }],
    "error ResourceQuota default/x spec.hard.pods: pods is -1, and must not be negative; correct the amount",
  ],
  [
    ["resourceQuota", { "spec.hard": { storage: "1" } }],
    'error ResourceQuota default/x spec.hard.storage: the resource "storage" is not a resource that a quota limits; correct the resource\'s name',
  ],
  [
    ["resourceQuota", { "spec.hard": { "a b": "1" } }],
    'error ResourceQuota default/x spec.hard["a b"]: the resource "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the resource\'s name',
  ],
  [
    ["resourceQuota", { "spec.scopes": ["BestEffort"], "spec.hard": { cpu: "1" } }],
    "error ResourceQuota default/x spec.scopes: the scope BestEffort does not go with cpu; write a quota of its own for them",
  ],
  [
    ["resourceQuota", { "spec.scopes": ["BestEffort", "NotBestEffort"] }],
    "error ResourceQuota default/x spec.scopes: BestEffort and NotBestEffort leave nothing over; remove one of them",
  ],
  [
    ["resourceQuota", { "spec.scopes": ["Terminating"], "spec.hard": { services: "1" } }],
    "error ResourceQuota default/x spec.scopes: the scope Terminating does not go with services; write a quota of its own for them",
  ],
  [
    ["resourceQuota", { "spec.scopeSelector": { matchExpressions: [{ scopeName: "PriorityClass", operator: "In" }] } }],
    "error ResourceQuota default/x spec.scopeSelector.matchExpressions[0].values: In has no values; write the values",
  ],
  [
    [
      "resourceQuota",
      { "spec.scopeSelector": { matchExpressions: [{ scopeName: "BestEffort", operator: "In", values: ["x"] }] } },
    ],
    "error ResourceQuota default/x spec.scopeSelector.matchExpressions[0].operator: the operator of the scope BestEffort is In, and must be Exists; write Exists, without values",
  ],
  [
    [
      "resourceQuota",
      { "spec.scopeSelector": { matchExpressions: [{ scopeName: "BestEffort", operator: "Exists", values: ["x"] }] } },
    ],
    "error ResourceQuota default/x spec.scopeSelector.matchExpressions[0].values: Exists has values; leave the values out",
  ],
  [
    ["resourceQuota", { "spec.scopeSelector": { matchExpressions: [{ scopeName: "PriorityClass" }] } }],
    "error ResourceQuota default/x spec.scopeSelector.matchExpressions[0].operator: the operator is missing; write the operator",
  ],
  [
    [
      "resourceQuota",
      {
        "spec.scopeSelector": {
          matchExpressions: [{ scopeName: "CrossNamespacePodAffinity", operator: "DoesNotExist" }],
        },
      },
    ],
    "error ResourceQuota default/x spec.scopeSelector.matchExpressions[0].operator: the operator of the scope CrossNamespacePodAffinity is DoesNotExist, and must be Exists; write Exists, without values",
  ],
  [
    ["resourceQuota", { "spec.hard": { "example.com/foo": "1.5" } }],
    'error ResourceQuota default/x spec.hard["example.com/foo"]: example.com/foo is 1.5, and must be a whole number; correct the amount',
  ],
  [
    ["resourceQuota", { "spec.hard": { "count/pods": "1.5" } }],
    'error ResourceQuota default/x spec.hard["count/pods"]: count/pods is 1.5, and must be a whole number; correct the amount',
  ],
];

testVerdicts(resourceQuota, taken, refused);
