import { expect, test } from "vitest";
import { controllerRevision } from "../../../src/checks/api-validity/controller-revision.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["controller-revision", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(controllerRevision, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "controller-revision",
    "no data",
    ["error ControllerRevision shop/web-1 data: the data are missing; write an object"],
  ],
  [
    "controller-revision",
    "data that are a text",
    ["error ControllerRevision shop/web-1 data: the data are not an object; write an object"],
  ],
  [
    "controller-revision",
    "a revision below zero",
    [
      "error ControllerRevision shop/web-1 revision: the revision is -1, and must be 0 or more; set it to a number that is 0 or more",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(controllerRevision, corpusCase(file, name))).toEqual(findings);
});
