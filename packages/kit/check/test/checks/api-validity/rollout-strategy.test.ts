import { rolloutStrategy } from "../../../src/checks/api-validity/rollout-strategy.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["deployment", {}],
  ["daemonSet", {}],
  ["statefulSet", {}],
  ["deployment", { "spec.strategy": { rollingUpdate: { maxSurge: 0 } } }],
  ["deployment", { "spec.strategy": { rollingUpdate: { maxSurge: "150%" } } }],
  ["deployment", { "spec.strategy": { type: "" } }],
  ["deployment", { "spec.strategy": {} }],
  ["daemonSet", { "spec.updateStrategy": { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }],
  ["daemonSet", { "spec.updateStrategy": { type: "OnDelete", rollingUpdate: { maxUnavailable: 0 } } }],
  ["daemonSet", { "spec.updateStrategy": { type: "RollingUpdate" } }],
  ["statefulSet", { "spec.updateStrategy": { rollingUpdate: { maxUnavailable: 0 } } }],
  ["statefulSet", { "spec.updateStrategy": { rollingUpdate: { maxUnavailable: "abc" } } }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.strategy": { type: "Recreate", rollingUpdate: {} } }],
    "error Deployment default/x spec.strategy.rollingUpdate: the strategy is Recreate, and has settings of RollingUpdate; remove rollingUpdate, or set the type to RollingUpdate",
  ],
  [
    ["deployment", { "spec.strategy": { type: "Recreate", rollingUpdate: { maxSurge: 1 } } }],
    "error Deployment default/x spec.strategy.rollingUpdate: the strategy is Recreate, and has settings of RollingUpdate; remove rollingUpdate, or set the type to RollingUpdate",
  ],
  [
    ["deployment", { "spec.strategy": { rollingUpdate: { maxSurge: 0, maxUnavailable: "0%" } } }],
    "error Deployment default/x spec.strategy.rollingUpdate: maxUnavailable and maxSurge are both 0, so that no pod can be replaced; let one of them be more than 0",
  ],
  [
    ["deployment", { "spec.strategy": { rollingUpdate: { maxUnavailable: "150%" } } }],
    'error Deployment default/x spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable is "150%", and must be 100% at most; write a number without quotes or a percentage',
  ],
  [
    ["deployment", { "spec.strategy": { rollingUpdate: { maxUnavailable: "5" } } }],
    'error Deployment default/x spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable is "5", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
  [
    ["deployment", { "spec.strategy": { rollingUpdate: { maxUnavailable: "0", maxSurge: "0" } } }],
    'error Deployment default/x spec.strategy.rollingUpdate.maxSurge: maxSurge is "0", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
    'error Deployment default/x spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable is "0", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
  [
    ["daemonSet", { "spec.updateStrategy": { rollingUpdate: { maxSurge: 1 } } }],
    "error DaemonSet default/x spec.updateStrategy.rollingUpdate: maxSurge is 1 and maxUnavailable is 1, and one of them must be 0; set maxUnavailable or maxSurge to 0",
  ],
  [
    ["daemonSet", { "spec.updateStrategy": { rollingUpdate: { maxUnavailable: 0 } } }],
    "error DaemonSet default/x spec.updateStrategy.rollingUpdate: maxUnavailable and maxSurge are both 0, so that no pod can be replaced; let one of them be more than 0",
  ],
  [
    ["statefulSet", { "spec.updateStrategy": { type: "OnDelete", rollingUpdate: { partition: 1 } } }],
    "error StatefulSet default/x spec.updateStrategy.rollingUpdate: the strategy is OnDelete, and has settings of RollingUpdate; remove rollingUpdate, or set the type to RollingUpdate",
  ],
  [
    ["statefulSet", { "spec.updateStrategy": { type: "OnDelete", rollingUpdate: {} } }],
    "error StatefulSet default/x spec.updateStrategy.rollingUpdate: the strategy is OnDelete, and has settings of RollingUpdate; remove rollingUpdate, or set the type to RollingUpdate",
  ],
  [
    ["statefulSet", { "spec.updateStrategy": { rollingUpdate: { partition: -1 } } }],
    "error StatefulSet default/x spec.updateStrategy.rollingUpdate.partition: partition is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
];

testVerdicts(rolloutStrategy, taken, refused);
