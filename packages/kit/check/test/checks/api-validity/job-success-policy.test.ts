import { jobSuccessPolicy } from "../../../src/checks/api-validity/job-success-policy.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["job", {}],
  [
    "job",
    {
      "spec.completionMode": "Indexed",
      "spec.completions": 3,
      "spec.successPolicy": { rules: [{ succeededIndexes: "0,2" }] },
    },
  ],
  [
    "job",
    {
      "spec.completionMode": "Indexed",
      "spec.completions": 3,
      "spec.successPolicy": { rules: [{ succeededIndexes: "" }] },
    },
  ],
];

const refused: readonly Refused[] = [
  [
    [
      "job",
      {
        "spec.completionMode": "Indexed",
        "spec.completions": 3,
        "spec.successPolicy": { rules: [{ succeededCount: 4 }] },
      },
    ],
    "error Job default/x spec.successPolicy.rules[0].succeededCount: succeededCount is 4, and must be from 0 to 3; set it to a number that is from 0 to 3",
  ],
  [
    [
      "job",
      {
        "spec.completionMode": "Indexed",
        "spec.completions": 3,
        "spec.successPolicy": { rules: [{ succeededIndexes: "0,3" }] },
      },
    ],
    'error Job default/x spec.successPolicy.rules[0].succeededIndexes: succeededIndexes "0,3" must be rising indexes below 3, such as 0,2-4; correct the indexes',
  ],
  [
    [
      "job",
      {
        "spec.completionMode": "Indexed",
        "spec.completions": 3,
        "spec.successPolicy": { rules: [{ succeededIndexes: "2,0" }] },
      },
    ],
    'error Job default/x spec.successPolicy.rules[0].succeededIndexes: succeededIndexes "2,0" must be rising indexes below 3, such as 0,2-4; correct the indexes',
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 3, "spec.successPolicy": { rules: [{}] } }],
    "error Job default/x spec.successPolicy.rules[0]: the rule has neither succeededCount nor succeededIndexes; say how many or which indexes have to succeed",
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 3, "spec.successPolicy": { rules: [] } }],
    "error Job default/x spec.successPolicy.rules: the policy has 0 rules, and must have 1 to 20; write a rule, or remove successPolicy",
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 3, "spec.successPolicy": {} }],
    "error Job default/x spec.successPolicy.rules: the policy has 0 rules, and must have 1 to 20; write a rule, or remove successPolicy",
  ],
];

testVerdicts(jobSuccessPolicy, taken, refused);
