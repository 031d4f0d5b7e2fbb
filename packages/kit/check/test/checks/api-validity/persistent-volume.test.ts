import { persistentVolume } from "../../../src/checks/api-validity/persistent-volume.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["persistentVolume", {}],
  ["persistentVolume", { "spec.hostPath.path": "a" }],
  ["persistentVolume", { "spec.persistentVolumeReclaimPolicy": "" }],
  [
    "persistentVolume",
    {
      "spec.nodeAffinity": {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: "a", operator: "In", values: ["b"] }] }] },
      },
    },
  ],
  ["persistentVolume", { "spec.hostPath": undefined, "spec.flexVolume": { driver: "a/b" } }],
  ["persistentVolume", { "spec.flexVolume": { driver: "a/b" } }],
];

const refused: readonly Refused[] = [
  [
    ["persistentVolume", { "spec.accessModes": [] }],
    "error PersistentVolume x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
  ],
  [
    ["persistentVolume", { "spec.capacity": {} }],
    "error PersistentVolume x spec.capacity: the capacity has no storage; write storage, and nothing else",
  ],
  [
    ["persistentVolume", { "spec.capacity": { storage: "0" } }],
    "error PersistentVolume x spec.capacity.storage: the capacity is 0, and must be more than 0; write the volume's size",
  ],
  [
    ["persistentVolume", { "spec.capacity": { storage: "1Gi", cpu: "1" } }],
    "error PersistentVolume x spec.capacity: the capacity has more than storage; write storage, and nothing else",
  ],
  [
    ["persistentVolume", { "spec.capacity": { cpu: "1" } }],
    "error PersistentVolume x spec.capacity: the capacity has no storage; write storage, and nothing else",
  ],
  [
    ["persistentVolume", { "spec.hostPath": undefined }],
    "error PersistentVolume x spec: the volume has no source; write one source, such as csi",
  ],
  [
    ["persistentVolume", { "spec.nfs": { server: "a", path: "/x" } }],
    "error PersistentVolume x spec: the volume has hostPath and nfs; write one source, such as csi",
  ],
  [
    ["persistentVolume", { "spec.hostPath.path": "" }],
    "error PersistentVolume x spec.hostPath.path: path is empty; write path",
  ],
  [
    ["persistentVolume", { "spec.hostPath.path": "/a/../b" }],
    'error PersistentVolume x spec.hostPath.path: the path "/a/../b" must not contain ..; correct the path',
  ],
  [
    ["persistentVolume", { "spec.hostPath.path": "/", "spec.persistentVolumeReclaimPolicy": "Recycle" }],
    "error PersistentVolume x spec.persistentVolumeReclaimPolicy: the reclaim policy is Recycle, which would empty the node's root directory; set it to Retain",
  ],
  [
    ["persistentVolume", { "spec.storageClassName": "A_b" }],
    'error PersistentVolume x spec.storageClassName: storageClassName "A_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct storageClassName',
  ],
  [
    ["persistentVolume", { "spec.hostPath": undefined, "spec.local": { path: "/x" } }],
    "error PersistentVolume x spec.nodeAffinity: the volume is local, and no node affinity says where; require the nodes that have it",
  ],
  [
    ["persistentVolume", { "spec.hostPath": undefined, "spec.nfs": { server: "a", path: "x" } }],
    'error PersistentVolume x spec.nfs.path: the path "x" must begin with a slash; correct the path',
  ],
  [
    ["persistentVolume", { "spec.hostPath": undefined, "spec.csi": { driver: "a.b", volumeHandle: "" } }],
    "error PersistentVolume x spec.csi.volumeHandle: volumeHandle is empty; write volumeHandle",
  ],
  [
    ["persistentVolume", { "spec.hostPath": undefined, "spec.csi": { driver: "a b", volumeHandle: "x" } }],
    'error PersistentVolume x spec.csi.driver: the driver "a b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver',
  ],
  [
    ["persistentVolume", { "spec.accessModes": ["ReadWriteOncePod", "ReadWriteOnce"] }],
    "error PersistentVolume x spec.accessModes: ReadWriteOncePod is there with other access modes; remove it, or the others",
  ],
  [
    ["persistentVolume", { "spec.volumeAttributesClassName": "x" }],
    "error PersistentVolume x spec.volumeAttributesClassName: volumeAttributesClassName is set, and the source is not csi; remove it",
  ],
  [
    ["persistentVolume", { spec: undefined }],
    "error PersistentVolume x spec: the volume has no source; write one source, such as csi",
    "error PersistentVolume x spec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
    "error PersistentVolume x spec.capacity: the capacity has no storage; write storage, and nothing else",
  ],
  [
    ["persistentVolume", { "spec.nodeAffinity": {} }],
    "error PersistentVolume x spec.nodeAffinity: the node affinity requires nothing; require the nodes that have it",
  ],
  [
    ["persistentVolume", { "spec.nodeAffinity": { required: { nodeSelectorTerms: [] } } }],
    "error PersistentVolume x spec.nodeAffinity.required.nodeSelectorTerms: no term is there; write at least one term",
  ],
  [
    [
      "persistentVolume",
      {
        "spec.nodeAffinity": {
          required: { nodeSelectorTerms: [{ matchExpressions: [{ key: "a b", operator: "In", values: ["b"] }] }] },
        },
      },
    ],
    'error PersistentVolume x spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
  ],
];

testVerdicts(persistentVolume, taken, refused);
