import { limitRange } from "../../../src/checks/api-validity/limit-range.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["limitRange", {}],
  ["limitRange", { "spec.limits": [{ type: "PersistentVolumeClaim", max: { storage: "1Gi" } }] }],
  ["limitRange", { "spec.limits": [{ type: "Container", min: { cpu: "1" } }] }],
  ["limitRange", { "spec.limits": [{ type: "Container", max: { cpu: "-1" } }] }],
  [
    "limitRange",
    {
      "spec.limits": [{ type: "Container", max: { cpu: "1" }, min: { cpu: "0" }, maxLimitRequestRatio: { cpu: "3" } }],
    },
  ],
  ["limitRange", { "spec.limits": [] }],
  ["limitRange", { spec: undefined }],
  [
    "limitRange",
    {
      "spec.limits": [
        { type: "Container", default: { cpu: "1" } },
        { type: "a.b/c", default: { cpu: "1" } },
      ],
    },
  ],
  ["limitRange", { "spec.limits": [{ type: "Pod", max: { cpu: "1" }, defaultRequest: {} }] }],
];

const refused: readonly Refused[] = [
  [
    ["limitRange", { "spec.limits": [{ type: "Foo", default: { cpu: "1" } }] }],
    'error LimitRange default/x spec.limits[0].type: the type "Foo" is not one that Kubernetes knows; correct the type',
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", default: { foo: "1" } }] }],
    'error LimitRange default/x spec.limits[0].default.foo: the resource "foo" is not a resource that the API server knows, and has no domain such as example.com/; correct the resource\'s name',
  ],
  [
    [
      "limitRange",
      {
        "spec.limits": [
          { type: "Container", default: { cpu: "1" } },
          { type: "Container", default: { memory: "1" } },
        ],
      },
    ],
    "error LimitRange default/x spec.limits[1].type: another limit is of the type Container too; write what belongs to a type into one limit",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Pod", default: { cpu: "1" } }] }],
    "error LimitRange default/x spec.limits[0].default: default is set, which a limit of Pods cannot have; remove it, or write it into a limit of Containers",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", min: { cpu: "2" }, max: { cpu: "1" } }] }],
    "error LimitRange default/x spec.limits[0]: min of cpu is more than its default; lower min, or raise default",
    "error LimitRange default/x spec.limits[0]: min of cpu is more than its defaultRequest; lower min, or raise defaultRequest",
    "error LimitRange default/x spec.limits[0]: min of cpu is more than its max; lower min, or raise max",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", default: { cpu: "1" }, defaultRequest: { cpu: "2" } }] }],
    "error LimitRange default/x spec.limits[0]: defaultRequest of cpu is more than its default; lower defaultRequest, or raise default",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", defaultRequest: { cpu: "2" }, max: { cpu: "1" } }] }],
    "error LimitRange default/x spec.limits[0]: defaultRequest of cpu is more than its default; lower defaultRequest, or raise default",
    "error LimitRange default/x spec.limits[0]: defaultRequest of cpu is more than its max; lower defaultRequest, or raise max",
  ],
  [
    [
      "limitRange",
      {
        "spec.limits": [
          { type: "Container", max: { cpu: "1" }, min: { cpu: "500m" }, maxLimitRequestRatio: { cpu: "3" } },
        ],
      },
    ],
    "error LimitRange default/x spec.limits[0].maxLimitRequestRatio.cpu: the ratio of cpu is more than max divided by min; lower it, or raise max",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", maxLimitRequestRatio: { cpu: "0.5" } }] }],
    "error LimitRange default/x spec.limits[0].maxLimitRequestRatio.cpu: the ratio of cpu is below 1; set it to 1 or more",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "PersistentVolumeClaim", max: { cpu: "1" } }] }],
    "error LimitRange default/x spec.limits[0]: the limit of claims has neither a min nor a max of storage; write one",
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", max: { pods: "1" } }] }],
    'error LimitRange default/x spec.limits[0].max.pods: the resource "pods" is not a resource of a container; correct the resource\'s name',
  ],
  [
    ["limitRange", { "spec.limits": [{ type: "Container", min: { cpu: "1" }, default: { cpu: "500m" } }] }],
    "error LimitRange default/x spec.limits[0]: min of cpu is more than its default; lower min, or raise default",
    "error LimitRange default/x spec.limits[0]: min of cpu is more than its defaultRequest; lower min, or raise defaultRequest",
  ],
  [
    [
      "limitRange",
      {
        "spec.limits": [
          { type: "Container", default: { "nvidia.com/gpu": "2" }, defaultRequest: { "nvidia.com/gpu": "1" } },
        ],
      },
    ],
    "error LimitRange default/x spec.limits[0]: default and defaultRequest of nvidia.com/gpu differ, which cannot be shared; set both to the same amount",
  ],
  [
    [
      "limitRange",
      { "spec.limits": [{ type: "PersistentVolumeClaim", min: { storage: "2Gi" }, max: { storage: "1Gi" } }] },
    ],
    "error LimitRange default/x spec.limits[0]: min of storage is more than its max; lower min, or raise max",
  ],
  [
    [
      "limitRange",
      { "spec.limits": [{ type: "PersistentVolumeClaim", min: { storage: "2Gi" }, default: { storage: "1Gi" } }] },
    ],
    "error LimitRange default/x spec.limits[0]: min of storage is more than its default; lower min, or raise default",
  ],
];

testVerdicts(limitRange, taken, refused);
