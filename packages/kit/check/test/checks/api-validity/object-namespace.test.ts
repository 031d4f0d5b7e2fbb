import { objectNamespace } from "../../../src/checks/api-validity/object-namespace.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [["configMap", {}]];

const refused: readonly Refused[] = [
  [
    ["configMap", { "metadata.namespace": "Team_A" }],
    'error ConfigMap Team_A/x metadata.namespace: the namespace "Team_A" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the namespace',
  ],
];

testVerdicts(objectNamespace, taken, refused);
