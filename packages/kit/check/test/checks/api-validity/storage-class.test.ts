import { storageClass } from "../../../src/checks/api-validity/storage-class.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["storageClass", {}],
  ["storageClass", { provisioner: "kubernetes.io/no-provisioner" }],
  ["storageClass", { provisioner: "Example.com/B" }],
  ["storageClass", { reclaimPolicy: "" }],
  ["storageClass", { mountOptions: ["a b"] }],
  ["storageClass", { allowedTopologies: [] }],
];

const refused: readonly Refused[] = [
  [
    ["storageClass", { provisioner: "" }],
    "error StorageClass x provisioner: the provisioner is empty; write the provisioner",
  ],
  [
    ["storageClass", { provisioner: "A.com/b c" }],
    'error StorageClass x provisioner: the provisioner "A.com/b c" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit in the part after the slash; correct the provisioner',
  ],
  [
    ["storageClass", { reclaimPolicy: "Recycle" }],
    'error StorageClass x reclaimPolicy: reclaimPolicy "Recycle" is not one of Delete, Retain; write one of Delete, Retain',
  ],
  [
    ["storageClass", { parameters: { "": "x" } }],
    'error StorageClass x parameters[""]: a parameter has no name; name it, or remove it',
  ],
  [
    ["storageClass", { allowedTopologies: [{ matchLabelExpressions: [{ key: "a", values: [] }] }] }],
    "error StorageClass x allowedTopologies[0].matchLabelExpressions[0].values: the values are missing; write each value once",
  ],
  [
    ["storageClass", { allowedTopologies: [{ matchLabelExpressions: [{ key: "a b", values: ["x"] }] }] }],
    'error StorageClass x allowedTopologies[0].matchLabelExpressions[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
  ],
  [
    ["storageClass", { allowedTopologies: [{ matchLabelExpressions: [{ key: "a", values: ["x", "x"] }] }] }],
    "error StorageClass x allowedTopologies[0].matchLabelExpressions[0].values: a value is there twice; write each value once",
  ],
  [
    ["storageClass", { allowedTopologies: [{}] }],
    "error StorageClass x allowedTopologies[0]: the topology is empty; remove it",
  ],
  [
    [
      "storageClass",
      {
        allowedTopologies: [
          {
            matchLabelExpressions: [
              { key: "a", values: ["x"] },
              { key: "a", values: ["y"] },
            ],
          },
        ],
      },
    ],
    'error StorageClass x allowedTopologies[0].matchLabelExpressions[1].key: the key "a" is there twice; write its values into one list',
  ],
  [
    [
      "storageClass",
      {
        allowedTopologies: [
          { matchLabelExpressions: [{ key: "a", values: ["x"] }] },
          { matchLabelExpressions: [{ key: "a", values: ["x"] }] },
        ],
      },
    ],
    "error StorageClass x allowedTopologies[1]: the topology is there twice; remove it",
  ],
];

testVerdicts(storageClass, taken, refused);
