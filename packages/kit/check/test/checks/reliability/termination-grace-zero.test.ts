import { expect, test } from "vitest";
import { terminationGraceZero } from "../../../src/checks/reliability/termination-grace-zero.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(terminationGraceZero, documents(workload()))).toEqual([]);
  expect(judge(terminationGraceZero, documents(workload({ pod: { terminationGracePeriodSeconds: 1 } })))).toEqual([]);
});

test("zero", () => {
  expect(judge(terminationGraceZero, documents(workload({ pod: { terminationGracePeriodSeconds: 0 } }))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.terminationGracePeriodSeconds: terminationGracePeriodSeconds 0 kills the pod at once, in the middle of its requests; leave it out (30 s), or say how long the pod needs to finish",
    ]
  `);
});
