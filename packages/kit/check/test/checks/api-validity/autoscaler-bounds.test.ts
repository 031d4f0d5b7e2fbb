import { autoscalerBounds } from "../../../src/checks/api-validity/autoscaler-bounds.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["horizontalPodAutoscaler", {}],
  ["horizontalPodAutoscaler", { "spec.minReplicas": undefined, "spec.maxReplicas": 1 }],
  ["horizontalPodAutoscaler", { "spec.scaleTargetRef.apiVersion": "apps/" }],
];

const refused: readonly Refused[] = [
  [
    ["horizontalPodAutoscaler", { "spec.minReplicas": 0 }],
    "error HorizontalPodAutoscaler default/x spec.minReplicas: minReplicas is 0, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.minReplicas": 0,
        "spec.metrics": [
          { type: "External", external: { metric: { name: "x" }, target: { type: "Value", value: "1" } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.minReplicas: minReplicas is 0, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.minReplicas": 4 }],
    "error HorizontalPodAutoscaler default/x spec.maxReplicas: maxReplicas is 3, which is below minReplicas, 4; raise maxReplicas, or lower minReplicas",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.maxReplicas": 0 }],
    "error HorizontalPodAutoscaler default/x spec.maxReplicas: maxReplicas is 0, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.maxReplicas": -1 }],
    "error HorizontalPodAutoscaler default/x spec.maxReplicas: maxReplicas is -1, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.scaleTargetRef.name": "" }],
    "error HorizontalPodAutoscaler default/x spec.scaleTargetRef.name: the target's name is empty; write the target's name",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.scaleTargetRef.kind": "a/b" }],
    "error HorizontalPodAutoscaler default/x spec.scaleTargetRef.kind: the target's kind \"a/b\" must not contain / or %; correct the target's kind",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.scaleTargetRef.apiVersion": undefined }],
    "error HorizontalPodAutoscaler default/x spec.scaleTargetRef.apiVersion: the target's apiVersion is missing, and must have a group; write it with its group, such as apps/v1",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.scaleTargetRef.apiVersion": "v1" }],
    'error HorizontalPodAutoscaler default/x spec.scaleTargetRef.apiVersion: the target\'s apiVersion is "v1", and must have a group; write it with its group, such as apps/v1',
  ],
  [
    ["horizontalPodAutoscaler", { "spec.scaleTargetRef.apiVersion": "a/b/c" }],
    'error HorizontalPodAutoscaler default/x spec.scaleTargetRef.apiVersion: the target\'s apiVersion is "a/b/c", and must have a group; write it with its group, such as apps/v1',
  ],
];

testVerdicts(autoscalerBounds, taken, refused);
