import { expect, test } from "vitest";
import { objectNamespace } from "../../../src/checks/api-validity/object-namespace.ts";
import { judge } from "../../judge.ts";
import { changed, type Change } from "./objects.ts";

const taken: readonly Change[] = [["configMap", {}]];

test.for(taken)("takes %s with %j", (change) => {
  expect(judge(objectNamespace, changed(change))).toEqual([]);
});

const refused: readonly (readonly [change: Change, findings: readonly string[]])[] = [
  [
    ["configMap", { "metadata.namespace": "Team_A" }],
    [
      'error ConfigMap Team_A/x metadata.namespace: the namespace "Team_A" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the namespace',
    ],
  ],
];

test.for(refused)("finds %j", ([change, findings]) => {
  expect(judge(objectNamespace, changed(change))).toEqual(findings);
});
