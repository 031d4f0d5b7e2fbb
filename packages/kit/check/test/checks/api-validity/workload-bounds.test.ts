import { workloadBounds } from "../../../src/checks/api-validity/workload-bounds.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["deployment", {}],
  ["daemonSet", {}],
  ["replicaSet", {}],
  ["statefulSet", {}],
  ["replicationController", {}],
  ["statefulSet", { "spec.revisionHistoryLimit": -1 }],
  ["statefulSet", { "spec.ordinals": {} }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.replicas": -1 }],
    "error Deployment default/x spec.replicas: replicas is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["deployment", { "spec.minReadySeconds": 600 }],
    "error Deployment default/x spec.progressDeadlineSeconds: progressDeadlineSeconds is 600, which is not more than minReadySeconds, 600; raise it above minReadySeconds",
  ],
  [
    ["deployment", { "spec.minReadySeconds": 600, "spec.progressDeadlineSeconds": 0 }],
    "error Deployment default/x spec.progressDeadlineSeconds: progressDeadlineSeconds is 0, which is not more than minReadySeconds, 600; raise it above minReadySeconds",
  ],
  [
    ["deployment", { "spec.progressDeadlineSeconds": 0 }],
    "error Deployment default/x spec.progressDeadlineSeconds: progressDeadlineSeconds is 0, which is not more than minReadySeconds, 0; raise it above minReadySeconds",
  ],
  [
    ["deployment", { "spec.revisionHistoryLimit": -1 }],
    "error Deployment default/x spec.revisionHistoryLimit: revisionHistoryLimit is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["daemonSet", { "spec.revisionHistoryLimit": -1 }],
    "error DaemonSet default/x spec.revisionHistoryLimit: revisionHistoryLimit is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["statefulSet", { "spec.ordinals": { start: -1 } }],
    "error StatefulSet default/x spec.ordinals.start: ordinals.start is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["replicationController", { "spec.replicas": -1 }],
    "error ReplicationController default/x spec.replicas: replicas is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["replicaSet", { "spec.minReadySeconds": -1 }],
    "error ReplicaSet default/x spec.minReadySeconds: minReadySeconds is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
  [
    ["daemonSet", { "spec.minReadySeconds": -1 }],
    "error DaemonSet default/x spec.minReadySeconds: minReadySeconds is -1, and must be 0 or more; set it to a number that is 0 or more",
  ],
];

testVerdicts(workloadBounds, taken, refused);
