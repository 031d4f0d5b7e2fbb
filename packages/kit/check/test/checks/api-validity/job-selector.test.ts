import { jobSelector } from "../../../src/checks/api-validity/job-selector.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["job", {}],
  ["cronJob", {}],
  ["cronJob", { "spec.jobTemplate.spec.manualSelector": false }],
  ["job", { "metadata.name": "a.b" }],
  ["cronJob", { "metadata.name": "a234567890123456789012345678901234567890123456789012" }],
  ["job", { "metadata.name": "a23456789012345678901234567890123456789012345678901234567890123" }],
  ["job", { "spec.selector": {} }],
  [
    "job",
    {
      "spec.manualSelector": true,
      "spec.selector": { matchLabels: { a: "b" } },
      "spec.template.metadata": { labels: { a: "b" } },
    },
  ],
  ["job", { "spec.template.metadata": { labels: { "job-name": "x" } } }],
];

const refused: readonly Refused[] = [
  [
    ["cronJob", { "spec.jobTemplate.spec.selector": { matchLabels: { a: "b" } } }],
    "error CronJob default/x spec.jobTemplate.spec.selector: the selector is set, and the API server makes it for each Job of a CronJob; remove it",
  ],
  [
    ["cronJob", { "spec.jobTemplate.spec.selector": {} }],
    "error CronJob default/x spec.jobTemplate.spec.selector: the selector is set, and the API server makes it for each Job of a CronJob; remove it",
  ],
  [
    ["cronJob", { "spec.jobTemplate.spec.manualSelector": true }],
    "error CronJob default/x spec.jobTemplate.spec.manualSelector: manualSelector is true, which a CronJob's Jobs cannot be; remove it",
  ],
  [
    ["job", { "spec.selector": { matchLabels: { a: "b" } } }],
    "error Job default/x spec.selector: the selector is set, and the API server makes it where manualSelector is not true; remove it",
  ],
  [
    ["job", { "spec.manualSelector": true }],
    "error Job default/x spec.selector: manualSelector is true, and the selector is missing; select labels of the pod template, or leave manualSelector out",
  ],
  [
    [
      "job",
      {
        "spec.manualSelector": true,
        "spec.selector": { matchLabels: { a: "c" } },
        "spec.template.metadata": { labels: { a: "b" } },
      },
    ],
    "error Job default/x spec.selector: the selector does not take the labels of the pod template; select labels of the pod template, or leave manualSelector out",
  ],
  [
    ["job", { "spec.template.metadata": { labels: { "job-name": "y" } } }],
    'error Job default/x spec.template.metadata.labels.job-name: the label is "y", and the API server gives it a value itself; remove it',
  ],
  [
    ["job", { "spec.template.metadata": { labels: { "controller-uid": "y" } } }],
    'error Job default/x spec.template.metadata.labels.controller-uid: the label is "y", and the API server gives it a value itself; remove it',
  ],
];

testVerdicts(jobSelector, taken, refused);
