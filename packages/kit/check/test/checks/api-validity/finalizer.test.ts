import { finalizer } from "../../../src/checks/api-validity/finalizer.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["configMap", { "metadata.finalizers": ["orphan"] }],
  ["configMap", { "metadata.finalizers": ["example.com/cleanup"] }],
];

const refused: readonly Refused[] = [
  [
    ["configMap", { "metadata.finalizers": [""] }],
    "error ConfigMap default/x metadata.finalizers[0]: the finalizer is empty; write the finalizer",
  ],
  [
    ["configMap", { "metadata.finalizers": ["cleanup"] }],
    'error ConfigMap default/x metadata.finalizers[0]: the finalizer "cleanup" must have a domain before it, as in example.com/cleanup; correct the finalizer',
  ],
  [
    ["configMap", { "metadata.finalizers": ["a b"] }],
    'error ConfigMap default/x metadata.finalizers[0]: the finalizer "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the finalizer',
  ],
  [
    ["configMap", { "metadata.finalizers": ["orphan", "foregroundDeletion"] }],
    "error ConfigMap default/x metadata.finalizers: orphan and foregroundDeletion are both set; remove one of them",
  ],
];

testVerdicts(finalizer, taken, refused);
