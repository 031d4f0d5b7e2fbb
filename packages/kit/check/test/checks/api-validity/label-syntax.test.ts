import { labelSyntax } from "../../../src/checks/api-validity/label-syntax.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["deployment", {}],
  ["namespace", {}],
  ["namespace", { "metadata.labels": { "kubernetes.io/metadata.name": "foo" } }],
  ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/foo": "foo" } }],
  ["configMap", { "metadata.labels": { a: "" } }],
  ["namespace", { "metadata.labels": { "kubernetes.io/metadata.name": "a b" } }],
  [
    "namespace",
    {
      "metadata.labels": {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/enforce-version": "v1.31",
      },
    },
  ],
  ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/warn-version": "latest" } }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.template.metadata.labels": { a: "b", "x y": "c" } }],
    'error Deployment default/x spec.template.metadata.labels["x y"]: the label "x y" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
  ],
  [
    ["configMap", { "metadata.labels": { "": "a" } }],
    'error ConfigMap default/x metadata.labels[""]: the label is empty; write the label',
  ],
  [
    ["configMap", { "metadata.labels": { "a/b/c": "a" } }],
    'error ConfigMap default/x metadata.labels["a/b/c"]: the label "a/b/c" must have at most one slash, as in example.com/my-name; correct the label',
  ],
  [
    ["configMap", { "metadata.labels": { "/b": "a" } }],
    'error ConfigMap default/x metadata.labels["/b"]: the label "/b" must not be empty in the part before the slash; correct the label',
  ],
  [
    ["configMap", { "metadata.labels": { "a/": "a" } }],
    'error ConfigMap default/x metadata.labels["a/"]: the label "a/" must not be empty in the part after the slash; correct the label',
  ],
  [
    ["configMap", { "metadata.labels": { "A.b/c": "a" } }],
    'error ConfigMap default/x metadata.labels["A.b/c"]: the label "A.b/c" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot in the part before the slash; correct the label',
  ],
  [
    ["deployment", { "spec.template.metadata.labels": { a: "b", c: "d e" } }],
    "error Deployment default/x spec.template.metadata.labels.c: the label's value \"d e\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
  ],
];

testVerdicts(labelSyntax, taken, refused);
