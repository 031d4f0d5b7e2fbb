import { priorityClass } from "../../../src/checks/api-validity/priority-class.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["priorityClass", {}],
  ["priorityClass", { value: -1 }],
  ["priorityClass", { value: undefined }],
  ["priorityClass", { "metadata.name": "system-cluster-critical", value: 2000000000 }],
];

const refused: readonly Refused[] = [
  [
    ["priorityClass", { "metadata.name": "system-foo" }],
    'error PriorityClass system-foo metadata.name: the name "system-foo" begins with system-, which is reserved; take another name',
  ],
  [
    ["priorityClass", { value: 1000000001 }],
    "error PriorityClass x value: value is 1000000001, and may be 1000000000 at most; lower it",
  ],
];

testVerdicts(priorityClass, taken, refused);
