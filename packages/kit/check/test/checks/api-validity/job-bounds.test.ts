import { jobBounds } from "../../../src/checks/api-validity/job-bounds.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["job", {}],
  ["cronJob", {}],
  ["job", { "spec.activeDeadlineSeconds": 0 }],
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
  ["job", { "spec.managedBy": "example.com/foo" }],
  ["cronJob", { "spec.startingDeadlineSeconds": 0 }],
  ["cronJob", { "spec.jobTemplate.spec.completionMode": "Indexed", "spec.jobTemplate.spec.completions": 2 }],
];

const refused: readonly Refused[] = [
  [
    ["job", { "spec.parallelism": -1 }],
    "error Job default/x spec.parallelism: parallelism is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["job", { "spec.backoffLimit": -1 }],
    "error Job default/x spec.backoffLimit: backoffLimit is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["job", { "spec.activeDeadlineSeconds": -1 }],
    "error Job default/x spec.activeDeadlineSeconds: activeDeadlineSeconds is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["job", { "spec.ttlSecondsAfterFinished": -1 }],
    "error Job default/x spec.ttlSecondsAfterFinished: ttlSecondsAfterFinished is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["job", { "spec.managedBy": "foo" }],
    'error Job default/x spec.managedBy: managedBy "foo" must be a domain, a slash and a path, as in example.com/name; correct managedBy',
  ],
  [
    ["job", { "spec.managedBy": "example.com/fooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" }],
    'error Job default/x spec.managedBy: managedBy "example.com/fooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" must have at most 63 characters; correct managedBy',
  ],
  [
    ["cronJob", { "spec.startingDeadlineSeconds": -1 }],
    "error CronJob default/x spec.startingDeadlineSeconds: startingDeadlineSeconds is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["cronJob", { "spec.successfulJobsHistoryLimit": -1 }],
    "error CronJob default/x spec.successfulJobsHistoryLimit: successfulJobsHistoryLimit is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
];

testVerdicts(jobBounds, taken, refused);
