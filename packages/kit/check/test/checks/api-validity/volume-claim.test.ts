import { volumeClaim } from "../../../src/checks/api-validity/volume-claim.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["persistentVolumeClaim", {}],
  ["statefulSet", {}],
  [
    "statefulSet",
    {
      "spec.volumeClaimTemplates": [
        {
          metadata: { name: "data" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  ],
  [
    "statefulSet",
    {
      "spec.volumeClaimTemplates": [
        {
          metadata: { name: "data", labels: { "x y": "z" } },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  ],
  [
    "statefulSet",
    {
      "spec.volumeClaimTemplates": [
        {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "data" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  ],
  ["persistentVolumeClaim", { "spec.accessModes": ["ReadWriteOncePod"] }],
  ["persistentVolumeClaim", { "spec.accessModes": ["ReadWriteOnce", "ReadWriteOnce"] }],
  ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "1Gi", "foo bar": "1" } } }],
  ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "2Gi" }, limits: { storage: "1Gi" } } }],
  ["persistentVolumeClaim", { "spec.storageClassName": "" }],
  ["persistentVolumeClaim", { "spec.dataSource": { kind: "PersistentVolumeClaim", name: "x" } }],
  ["persistentVolumeClaim", { "spec.dataSource": { kind: "Foo", name: "x" } }],
  [
    "persistentVolumeClaim",
    { "spec.dataSource": { kind: "VolumeSnapshot", name: "x", apiGroup: "snapshot.storage.k8s.io" } },
  ],
  ["persistentVolumeClaim", { "spec.dataSource": { kind: "Foo", name: "x", apiGroup: "A_b" } }],
  ["persistentVolumeClaim", { "spec.dataSource": { kind: "Foo", name: "", apiGroup: "a.b" } }],
  ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "Foo", name: "x", apiGroup: "a.b" } }],
  ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "Foo", name: "x", apiGroup: "a.b", namespace: "x" } }],
  ["persistentVolumeClaim", { "spec.volumeName": "A_b" }],
  ["persistentVolumeClaim", { "spec.dataSource": { name: "x" } }],
  [
    "persistentVolumeClaim",
    {
      "spec.dataSource": { kind: "Foo", name: "x", apiGroup: "a.b" },
      "spec.dataSourceRef": { kind: "Foo", name: "x", apiGroup: "a.b" },
    },
  ],
  [
    "persistentVolumeClaim",
    {
      "spec.dataSource": { kind: "PersistentVolumeClaim", name: "x" },
      "spec.dataSourceRef": { kind: "PersistentVolumeClaim", name: "x", namespace: "y" },
    },
  ],
  ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "PersistentVolumeClaim", name: "x", namespace: "A_b" } }],
  ["persistentVolumeClaim", { "spec.dataSource": { kind: "PersistentVolumeClaim", name: "x", apiGroup: "" } }],
  ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "1.5" } } }],
  ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "100m" } } }],
];

const refused: readonly Refused[] = [
  [
    [
      "statefulSet",
      { "spec.volumeClaimTemplates": [{ metadata: { name: "data" }, spec: { accessModes: ["ReadWriteOnce"] } }] },
    ],
    "error StatefulSet default/x spec.volumeClaimTemplates[0].spec.resources.requests.storage: the size is missing; say how much storage is wanted",
  ],
  [
    [
      "statefulSet",
      {
        "spec.volumeClaimTemplates": [
          { metadata: { name: "data" }, spec: { resources: { requests: { storage: "1Gi" } } } },
        ],
      },
    ],
    "error StatefulSet default/x spec.volumeClaimTemplates[0].spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
  ],
  [
    ["persistentVolumeClaim", { "spec.accessModes": [] }],
    "error PersistentVolumeClaim default/x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
  ],
  [
    ["persistentVolumeClaim", { "spec.accessModes": ["ReadWriteOncePod", "ReadWriteOnce"] }],
    "error PersistentVolumeClaim default/x spec.accessModes: ReadWriteOncePod is there with other access modes; remove it, or the others",
  ],
  [
    ["persistentVolumeClaim", { "spec.resources": undefined }],
    "error PersistentVolumeClaim default/x spec.resources.requests.storage: the size is missing; say how much storage is wanted",
  ],
  [
    ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "0" } } }],
    "error PersistentVolumeClaim default/x spec.resources.requests.storage: the size is 0, and must be more than 0; say how much storage is wanted",
  ],
  [
    ["persistentVolumeClaim", { "spec.resources": { requests: { storage: "-1" } } }],
    "error PersistentVolumeClaim default/x spec.resources.requests.storage: the size is -1, and must be more than 0; say how much storage is wanted",
  ],
  [
    ["persistentVolumeClaim", { "spec.resources": { limits: { storage: "1Gi" } } }],
    "error PersistentVolumeClaim default/x spec.resources.requests.storage: the size is missing; say how much storage is wanted",
  ],
  [
    ["persistentVolumeClaim", { "spec.storageClassName": "A_b" }],
    'error PersistentVolumeClaim default/x spec.storageClassName: storageClassName "A_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct storageClassName',
  ],
  [
    ["persistentVolumeClaim", { "spec.dataSource": { kind: "PersistentVolumeClaim", name: "" } }],
    "error PersistentVolumeClaim default/x spec.dataSource.name: the source's name is empty; write the source's name",
  ],
  [
    ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "Foo", name: "x" } }],
    "error PersistentVolumeClaim default/x spec.dataSourceRef.kind: the source is a Foo without an apiGroup; write the apiGroup, or name a PersistentVolumeClaim",
  ],
  [
    ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "Foo", name: "", apiGroup: "a.b" } }],
    "error PersistentVolumeClaim default/x spec.dataSourceRef.name: the source's name is empty; write the source's name",
  ],
  [
    [
      "persistentVolumeClaim",
      {
        "spec.dataSource": { kind: "PersistentVolumeClaim", name: "x" },
        "spec.dataSourceRef": { kind: "PersistentVolumeClaim", name: "y" },
      },
    ],
    "error PersistentVolumeClaim default/x spec.dataSource: dataSource and dataSourceRef are both set, and differ; remove dataSource",
  ],
  [
    ["persistentVolumeClaim", { "spec.volumeAttributesClassName": "A_b" }],
    'error PersistentVolumeClaim default/x spec.volumeAttributesClassName: volumeAttributesClassName "A_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct volumeAttributesClassName',
  ],
  [
    ["persistentVolumeClaim", { "spec.accessModes": [""] }],
    "error PersistentVolumeClaim default/x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
  ],
  [
    ["persistentVolumeClaim", { spec: undefined }],
    "error PersistentVolumeClaim default/x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
    "error PersistentVolumeClaim default/x spec.resources.requests.storage: the size is missing; say how much storage is wanted",
  ],
  [
    ["persistentVolumeClaim", { "spec.accessModes": undefined }],
    "error PersistentVolumeClaim default/x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
  ],
  [
    ["persistentVolumeClaim", { "spec.dataSourceRef": { kind: "Foo", name: "x", apiGroup: "A_b" } }],
    "error PersistentVolumeClaim default/x spec.dataSourceRef.apiGroup: the source's apiGroup \"A_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the source's apiGroup",
  ],
  [
    [
      "persistentVolumeClaim",
      {
        "spec.dataSource": { kind: "Foo", name: "x", apiGroup: "a.b" },
        "spec.dataSourceRef": { kind: "Foo", name: "y", apiGroup: "a.b" },
      },
    ],
    "error PersistentVolumeClaim default/x spec.dataSource: dataSource and dataSourceRef are both set, and differ; remove dataSource",
  ],
  [
    [
      "persistentVolumeClaim",
      {
        "spec.dataSource": { kind: "VolumeSnapshot", name: "x", apiGroup: "snapshot.storage.k8s.io" },
        "spec.dataSourceRef": { kind: "Foo", name: "y", apiGroup: "a.b" },
      },
    ],
    "error PersistentVolumeClaim default/x spec.dataSource: dataSource and dataSourceRef are both set, and differ; remove dataSource",
  ],
  [
    [
      "deployment",
      {
        "spec.template.spec.volumes": [
          { name: "v", ephemeral: { volumeClaimTemplate: { spec: { accessModes: ["ReadWriteOnce"] } } } },
        ],
      },
    ],
    "error Deployment default/x spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage: the size is missing; say how much storage is wanted",
  ],
];

testVerdicts(volumeClaim, taken, refused);
