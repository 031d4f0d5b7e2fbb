import { annotationSyntax } from "../../../src/checks/api-validity/annotation-syntax.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["configMap", { "metadata.annotations": { a: "x" } }],
  ["configMap", { "metadata.annotations": { "EXAMPLE.com/Foo": "x" } }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.template.metadata.annotations": { "x y": "c" } }],
    'error Deployment default/x spec.template.metadata.annotations["x y"]: the annotation "x y" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the annotation',
  ],
  [
    ["configMap", { "metadata.annotations": { "": "a" } }],
    'error ConfigMap default/x metadata.annotations[""]: the annotation is empty; write the annotation',
  ],
  [
    ["configMap", { "metadata.annotations": { "a_b/c": "a" } }],
    'error ConfigMap default/x metadata.annotations["a_b/c"]: the annotation "a_b/c" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot in the part before the slash; correct the annotation',
  ],
  [
    ["configMap", { "metadata.annotations": { "on call": "x" } }],
    'error ConfigMap default/x metadata.annotations["on call"]: the annotation "on call" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the annotation',
  ],
  [
    ["deployment", { "spec.template.metadata.annotations": { "on call": "x" } }],
    'error Deployment default/x spec.template.metadata.annotations["on call"]: the annotation "on call" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the annotation',
  ],
];

testVerdicts(annotationSyntax, taken, refused);
