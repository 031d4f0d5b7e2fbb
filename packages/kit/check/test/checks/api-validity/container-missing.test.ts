import { expect, test } from "vitest";
import { containerMissing } from "../../../src/checks/api-validity/container-missing.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [{}];

testTakenPods(containerMissing, taken);

test("an empty list", () => {
  expect(judge(containerMissing, podWith({ spec: { containers: [] } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers: the pod has no container; write at least one container",
    ]
  `);
});
