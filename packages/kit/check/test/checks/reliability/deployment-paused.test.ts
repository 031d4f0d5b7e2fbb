import { expect, test } from "vitest";
import { deploymentPaused } from "../../../src/checks/reliability/deployment-paused.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(deploymentPaused, documents(workload()))).toEqual([]);
  expect(judge(deploymentPaused, documents(workload({ spec: { paused: false } })))).toEqual([]);
});

test("paused", () => {
  expect(judge(deploymentPaused, documents(workload({ spec: { paused: true } })))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.paused: the Deployment is paused: what changes in its template reaches no pod; remove paused",
    ]
  `);
});
