import { objectName } from "../../../src/checks/api-validity/object-name.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["service", {}],
  ["statefulSet", {}],
  ["cronJob", {}],
  ["job", {}],
  ["namespace", {}],
  ["podDisruptionBudget", {}],
  ["clusterRole", {}],
  ["serviceAccount", {}],
  ["statefulSet", { "metadata.name": "a2345678901234567890123456789012345678901234567890123456789012" }],
  ["statefulSet", { "metadata.name": "a23456789012345678901234567890123456789012345678901234567890123" }],
  ["serviceAccount", { "metadata.name": "a.b" }],
  ["job", { "metadata.name": "a.b" }],
  ["configMap", { "metadata.generateName": "a--" }],
  ["configMap", { "metadata.generateName": "a.-" }],
  ["configMap", { "metadata.generateName": "a.b-" }],
  ["configMap", { "metadata.generateName": "_-" }],
  ["configMap", { "metadata.name": "web.config" }],
  ["configMap", { "metadata.generateName": "x-" }],
  ["service", { "metadata.name": "1web" }],
  ["clusterRole", { "metadata.name": "system:read Pods" }],
  ["cronJob", { "metadata.name": "a234567890123456789012345678901234567890123456789012" }],
  ["job", { "metadata.name": "a23456789012345678901234567890123456789012345678901234567890123" }],
  ["podDisruptionBudget", { "metadata.name": "Web_Budget" }],
];

const refused: readonly Refused[] = [
  [
    ["statefulSet", { "metadata.name": "a.b" }],
    'error StatefulSet default/a.b metadata.name: the name "a.b" must not contain dots; correct the name',
  ],
  [
    [
      "job",
      {
        "spec.completionMode": "Indexed",
        "spec.completions": 100,
        "metadata.name": "a2345678901234567890123456789012345678901234567890123456789012",
      },
    ],
    'error Job default/a2345678901234567890123456789012345678901234567890123456789012 metadata.name: the pods\' hostnames would go to "a2345678901234567890123456789012345678901234567890123456789012-99", which must have at most 63 characters; give the Job a shorter name without dots',
  ],
  [
    ["namespace", { "metadata.name": "a.b" }],
    'error Namespace a.b metadata.name: the name "a.b" must not contain dots; correct the name',
  ],
  [
    ["job", { "spec.completionMode": "Indexed", "spec.completions": 3, "metadata.name": "a.b" }],
    'error Job default/a.b metadata.name: the pods\' hostnames would go to "a.b-2", which must not contain dots; give the Job a shorter name without dots',
  ],
  [
    ["configMap", { "metadata.name": "." }],
    'error ConfigMap default/. metadata.name: the name "." must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the name',
  ],
  [
    ["configMap", { "metadata.generateName": "-" }],
    'error ConfigMap default/x metadata.generateName: generateName "-" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct generateName',
  ],
  [
    ["configMap", { "metadata.name": undefined }],
    "error ConfigMap default/ metadata.name: the object has no name; write metadata.name",
  ],
  [
    ["configMap", { "metadata.name": "Web_Config" }],
    'error ConfigMap default/Web_Config metadata.name: the name "Web_Config" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the name',
  ],
  [
    ["configMap", { "metadata.generateName": "X_" }],
    'error ConfigMap default/x metadata.generateName: generateName "X_" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct generateName',
  ],
  [
    ["configMap", { "metadata.name": undefined, "metadata.generateName": "x-" }],
    "error ConfigMap default/ metadata.name: the object has only a generateName, and an apply needs the name; write metadata.name",
  ],
  [
    ["service", { "metadata.name": "web.v1" }],
    'error Service default/web.v1 metadata.name: the name "web.v1" must not contain dots; correct the name',
  ],
  [
    ["clusterRole", { "metadata.name": "a/b" }],
    'error ClusterRole a/b metadata.name: the name "a/b" must not contain / or %; correct the name',
  ],
  [
    ["cronJob", { "metadata.name": "a2345678901234567890123456789012345678901234567890123" }],
    'error CronJob default/a2345678901234567890123456789012345678901234567890123 metadata.name: the name "a2345678901234567890123456789012345678901234567890123" has 53 characters, and may have 52: its Jobs\' names have 11 characters more; shorten the name',
  ],
  [
    ["job", { "metadata.name": "a234567890123456789012345678901234567890123456789012345678901234" }],
    'error Job default/a234567890123456789012345678901234567890123456789012345678901234 metadata.name: the name "a234567890123456789012345678901234567890123456789012345678901234" has 64 characters, and may have 63: its pods have it as a label; shorten the name',
  ],
  [
    [
      "job",
      {
        "metadata.name": "a2345678901234567890123456789012345678901234567890123456789012",
        "spec.completionMode": "Indexed",
        "spec.completions": 100,
      },
    ],
    'error Job default/a2345678901234567890123456789012345678901234567890123456789012 metadata.name: the pods\' hostnames would go to "a2345678901234567890123456789012345678901234567890123456789012-99", which must have at most 63 characters; give the Job a shorter name without dots',
  ],
];

testVerdicts(objectName, taken, refused);
