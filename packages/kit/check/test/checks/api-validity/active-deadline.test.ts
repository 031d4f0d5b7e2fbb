import { expect, test } from "vitest";
import { activeDeadline } from "../../../src/checks/api-validity/active-deadline.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { activeDeadlineSeconds: 1 } },
  { spec: { activeDeadlineSeconds: 2_147_483_647 } },
];

testTakenPods(activeDeadline, taken);

test("a time that is too short", () => {
  expect(judge(activeDeadline, podWith({ spec: { activeDeadlineSeconds: 0 } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.activeDeadlineSeconds: activeDeadlineSeconds is 0, and must be from 1 to 2147483647; set it to a number that is from 1 to 2147483647",
    ]
  `);
});

test("a time that is too long", () => {
  expect(judge(activeDeadline, podWith({ kind: "Job", spec: { activeDeadlineSeconds: 2_147_483_648 } })))
    .toMatchInlineSnapshot(`
    [
      "error Job default/web spec.template.spec.activeDeadlineSeconds: activeDeadlineSeconds is 2147483648, and must be from 1 to 2147483647; set it to a number that is from 1 to 2147483647",
    ]
  `);
});
