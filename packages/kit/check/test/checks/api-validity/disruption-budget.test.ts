import { disruptionBudget } from "../../../src/checks/api-validity/disruption-budget.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["podDisruptionBudget", {}],
  ["podDisruptionBudget", { "spec.minAvailable": undefined }],
  ["podDisruptionBudget", { spec: undefined }],
  ["podDisruptionBudget", { spec: { maxUnavailable: "0%" } }],
  ["podDisruptionBudget", { "spec.minAvailable": 0 }],
  ["podDisruptionBudget", { "spec.minAvailable": "100%" }],
];

const refused: readonly Refused[] = [
  [
    ["podDisruptionBudget", { "spec.maxUnavailable": 1 }],
    "error PodDisruptionBudget default/x spec: minAvailable and maxUnavailable are both set; remove one of them",
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": "101%" }],
    'error PodDisruptionBudget default/x spec.minAvailable: minAvailable is "101%", and must be 100% at most; write a number without quotes or a percentage',
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": "50" }],
    'error PodDisruptionBudget default/x spec.minAvailable: minAvailable is "50", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": -1 }],
    "error PodDisruptionBudget default/x spec.minAvailable: minAvailable is -1, and must be 0 or more; write a number without quotes or a percentage",
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": "1.5%" }],
    'error PodDisruptionBudget default/x spec.minAvailable: minAvailable is "1.5%", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": "-1%" }],
    'error PodDisruptionBudget default/x spec.minAvailable: minAvailable is "-1%", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
  [
    ["podDisruptionBudget", { "spec.minAvailable": "" }],
    'error PodDisruptionBudget default/x spec.minAvailable: minAvailable is "", and must be a number without quotes, or a percentage such as 25%; write a number without quotes or a percentage',
  ],
];

testVerdicts(disruptionBudget, taken, refused);
