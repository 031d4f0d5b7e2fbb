import { jobCompletion } from "../../../src/checks/api-validity/job-completion.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["job", {}],
  ["cronJob", {}],
  ["job", { "spec.completionMode": "Indexed" }],
  ["job", { "spec.completionMode": "Indexed", "spec.completions": 0 }],
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
  ["cronJob", { "spec.jobTemplate.spec.completionMode": "Indexed", "spec.jobTemplate.spec.completions": 2 }],
];

const refused: readonly Refused[] = [
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 3, "spec.parallelism": 100001 }],
    "error Job default/x spec.parallelism: parallelism is 100001, and must be from 0 to 100000; set it to a number that is from 0 to 100000",
  ],
  [
    ["job", { "spec.backoffLimitPerIndex": 1 }],
    "error Job default/x spec.backoffLimitPerIndex: backoffLimitPerIndex is set, and the Job is not indexed; set completionMode to Indexed, or remove it",
  ],
  [
    ["job", { "spec.maxFailedIndexes": 1 }],
    "error Job default/x spec.maxFailedIndexes: maxFailedIndexes is set, and backoffLimitPerIndex is not; set backoffLimitPerIndex too",
    "error Job default/x spec.maxFailedIndexes: maxFailedIndexes is set, and the Job is not indexed; set completionMode to Indexed, or remove it",
  ],
  [
    [
      "job",
      {
        "spec.completionMode": "Indexed",
        "spec.completions": 3,
        "spec.backoffLimitPerIndex": 1,
        "spec.maxFailedIndexes": 4,
      },
    ],
    "error Job default/x spec.maxFailedIndexes: maxFailedIndexes is 4, and must be from 0 to 3; set it to a number that is from 0 to 3",
  ],
  [
    ["job", { "spec.successPolicy": { rules: [{ succeededCount: 1 }] } }],
    "error Job default/x spec.successPolicy: successPolicy is set, and the Job is not indexed; set completionMode to Indexed, or remove it",
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 200000, "spec.backoffLimitPerIndex": 1 }],
    "error Job default/x spec.maxFailedIndexes: 200000 indexes may fail one by one, and maxFailedIndexes is missing; set maxFailedIndexes to 10000 or less",
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.parallelism": 2 }],
    "error Job default/x spec.completions: the Job is indexed, and completions is missing; say how many indexes there are",
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.parallelism": 2, "metadata.name": "a.b" }],
    "error Job default/a.b spec.completions: the Job is indexed, and completions is missing; say how many indexes there are",
  ],
  [
    ["cronJob", { "spec.jobTemplate.spec.completionMode": "Indexed" }],
    "error CronJob default/x spec.jobTemplate.spec.completions: the Job is indexed, and completions is missing; say how many indexes there are",
  ],
];

testVerdicts(jobCompletion, taken, refused);
