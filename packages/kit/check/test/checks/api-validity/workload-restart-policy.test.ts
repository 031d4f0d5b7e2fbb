import { workloadRestartPolicy } from "../../../src/checks/api-validity/workload-restart-policy.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["deployment", {}],
  ["job", {}],
  ["cronJob", {}],
  ["replicationController", {}],
  ["job", { "spec.podFailurePolicy": { rules: [] } }],
  ["deployment", { "spec.template.spec.restartPolicy": "" }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.template.spec.restartPolicy": "Never" }],
    "error Deployment default/x spec.template.spec.restartPolicy: restartPolicy is Never, and a Deployment's pods take only Always; set it to Always, or leave it out",
  ],
  [
    ["job", { "spec.podFailurePolicy": { rules: [] }, "spec.template.spec.restartPolicy": "OnFailure" }],
    "error Job default/x spec.template.spec.restartPolicy: restartPolicy is OnFailure, and a Job with a podFailurePolicy takes only Never; set it to Never",
  ],
  [
    ["job", { "spec.template.spec.restartPolicy": undefined }],
    "error Job default/x spec.template.spec.restartPolicy: restartPolicy is Always, the default, and a Job's pods must come to an end; set it to Never or OnFailure",
  ],
  [
    ["job", { "spec.template.spec.restartPolicy": "Always" }],
    "error Job default/x spec.template.spec.restartPolicy: restartPolicy is Always, and a Job's pods must come to an end; set it to Never or OnFailure",
  ],
  [
    ["cronJob", { "spec.jobTemplate.spec.template.spec.restartPolicy": undefined }],
    "error CronJob default/x spec.jobTemplate.spec.template.spec.restartPolicy: restartPolicy is Always, the default, and a Job's pods must come to an end; set it to Never or OnFailure",
  ],
  [
    ["replicationController", { "spec.template.spec.activeDeadlineSeconds": 5 }],
    "error ReplicationController default/x spec.template.spec.activeDeadlineSeconds: activeDeadlineSeconds is set, and a ReplicationController's pods have no deadline; remove it",
  ],
  [
    ["deployment", { "spec.template.spec.activeDeadlineSeconds": 5 }],
    "error Deployment default/x spec.template.spec.activeDeadlineSeconds: activeDeadlineSeconds is set, and a Deployment's pods have no deadline; remove it",
  ],
];

testVerdicts(workloadRestartPolicy, taken, refused);
