import { jobFailurePolicy } from "../../../src/checks/api-validity/job-failure-policy.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["job", {}],
  ["cronJob", {}],
  ["job", { "spec.podFailurePolicy": { rules: [] } }],
  [
    "job",
    { "spec.podFailurePolicy": { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [1] } }] } },
  ],
  [
    "job",
    { "spec.podFailurePolicy": { rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] }] } },
  ],
  ["job", { "spec.podFailurePolicy": {} }],
];

const refused: readonly Refused[] = [
  [
    [
      "job",
      { "spec.podFailurePolicy": { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [0] } }] } },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0].onExitCodes.values[0]: exit code 0 is not a failure; remove it",
  ],
  [
    [
      "job",
      { "spec.podFailurePolicy": { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [2, 1] } }] } },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0].onExitCodes.values: the exit codes are not in order; sort them",
  ],
  [
    [
      "job",
      { "spec.podFailurePolicy": { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [] } }] } },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0].onExitCodes.values: the rule has 0 exit codes, and must have 1 to 255; write the exit codes",
  ],
  [
    [
      "job",
      {
        "spec.podFailurePolicy": {
          rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [1], containerName: "zz" } }],
        },
      },
    ],
    'error Job default/x spec.podFailurePolicy.rules[0].onExitCodes.containerName: containerName is "zz", and no container of the pod is called so; name one of the pod\'s containers, or remove it',
  ],
  [
    ["job", { "spec.podFailurePolicy": { rules: [{ action: "FailJob" }] } }],
    "error Job default/x spec.podFailurePolicy.rules[0]: the rule has neither onExitCodes nor onPodConditions; write one of them",
  ],
  [
    [
      "job",
      { "spec.podFailurePolicy": { rules: [{ action: "FailIndex", onExitCodes: { operator: "In", values: [1] } }] } },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0].action: the action is FailIndex, and the Job has no backoffLimitPerIndex; set backoffLimitPerIndex, or take another action",
  ],
  [
    [
      "job",
      {
        "spec.podFailurePolicy": {
          rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "Maybe" }] }],
        },
      },
    ],
    'error Job default/x spec.podFailurePolicy.rules[0].onPodConditions[0].status: the condition\'s status "Maybe" is not one of True, False, Unknown; write one of True, False, Unknown',
  ],
  [
    [
      "job",
      { "spec.podFailurePolicy": { rules: [{ action: "Ignore", onPodConditions: [{ type: "Disruption Target" }] }] } },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0].onPodConditions[0].type: the condition's type \"Disruption Target\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the condition's type",
  ],
  [
    [
      "job",
      {
        "spec.podFailurePolicy": {
          rules: [
            {
              action: "Ignore",
              onPodConditions: [{ type: "DisruptionTarget", status: "True" }],
              onExitCodes: { operator: "In", values: [1] },
            },
          ],
        },
      },
    ],
    "error Job default/x spec.podFailurePolicy.rules[0]: the rule has both onExitCodes and onPodConditions; write one of them",
  ],
  [
    ["job", { "spec.podFailurePolicy": { rules: [] }, "spec.podReplacementPolicy": "TerminatingOrFailed" }],
    "error Job default/x spec.podReplacementPolicy: podReplacementPolicy is TerminatingOrFailed, and a Job with a podFailurePolicy takes only Failed; set it to Failed, or leave it out",
  ],
  [
    ["job", { "spec.podFailurePolicy": { rules: [{ action: "Ignore", onPodConditions: [] }] } }],
    "error Job default/x spec.podFailurePolicy.rules[0]: the rule has neither onExitCodes nor onPodConditions; write one of them",
  ],
];

testVerdicts(jobFailurePolicy, taken, refused);
