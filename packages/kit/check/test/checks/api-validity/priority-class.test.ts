import { expect, test } from "vitest";
import { priorityClass } from "../../../src/checks/api-validity/priority-class.ts";
import { judge } from "../../judge.ts";
import { changed, type Change } from "./objects.ts";

const taken: readonly Change[] = [
  ["priorityClass", {}],
  ["priorityClass", { value: -1 }],
  ["priorityClass", { value: undefined }],
  ["priorityClass", { "metadata.name": "system-cluster-critical", value: 2000000000 }],
];

test.for(taken)("takes %s with %j", (change) => {
  expect(judge(priorityClass, changed(change))).toEqual([]);
});

const refused: readonly (readonly [change: Change, findings: readonly string[]])[] = [
  [
    ["priorityClass", { "metadata.name": "system-foo" }],
    [
      'error PriorityClass system-foo metadata.name: the name "system-foo" begins with system-, which is reserved; take another name',
    ],
  ],
  [
    ["priorityClass", { value: 1000000001 }],
    ["error PriorityClass x value: value is 1000000001, and may be 1000000000 at most; lower it"],
  ],
];

test.for(refused)("finds %j", ([change, findings]) => {
  expect(judge(priorityClass, changed(change))).toEqual(findings);
});
