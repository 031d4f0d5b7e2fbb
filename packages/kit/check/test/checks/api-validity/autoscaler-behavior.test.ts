import { autoscalerBehavior } from "../../../src/checks/api-validity/autoscaler-behavior.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["horizontalPodAutoscaler", {}],
  ["horizontalPodAutoscaler", { "spec.behavior": {} }],
  ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { tolerance: "0.05" } } }],
];

const refused: readonly Refused[] = [
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { policies: [] } } }],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies: policies is empty; write a policy, or leave policies out for the default",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { stabilizationWindowSeconds: -1 } } }],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.stabilizationWindowSeconds: stabilizationWindowSeconds is -1, and must be from 0 to 3600; set it to a number that is from 0 to 3600",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { stabilizationWindowSeconds: 3601 } } }],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.stabilizationWindowSeconds: stabilizationWindowSeconds is 3601, and must be from 0 to 3600; set it to a number that is from 0 to 3600",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { selectPolicy: "Foo" } } }],
    'error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.selectPolicy: selectPolicy "Foo" is not one of Max, Min, Disabled; write one of Max, Min, Disabled',
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { selectPolicy: "" } } }],
    'error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.selectPolicy: selectPolicy "" is not one of Max, Min, Disabled; write one of Max, Min, Disabled',
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.behavior": { scaleDown: { policies: [{ type: "Foo", value: 1, periodSeconds: 1 }] } } },
    ],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies[0].type: the policy's type \"Foo\" is not one of Pods, Percent; correct the policy's type",
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.behavior": { scaleDown: { policies: [{ type: "Pods", value: 0, periodSeconds: 1 }] } } },
    ],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies[0].value: value is 0, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.behavior": { scaleDown: { policies: [{ type: "Pods", value: 1, periodSeconds: 1801 }] } } },
    ],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies[0].periodSeconds: periodSeconds is 1801, and must be from 1 to 1800; set it to a number that is from 1 to 1800",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { tolerance: "-1" } } }],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.tolerance: tolerance is -1, and must not be negative; set it to 0 or more",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.behavior": { scaleDown: { policies: [{ value: 1, periodSeconds: 1 }] } } }],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies[0].type: the policy's type is missing; write the policy's type",
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.behavior": { scaleDown: { policies: [{ type: "", value: 1, periodSeconds: 1 }] } } },
    ],
    "error HorizontalPodAutoscaler default/x spec.behavior.scaleDown.policies[0].type: the policy's type is empty; write the policy's type",
  ],
];

testVerdicts(autoscalerBehavior, taken, refused);
