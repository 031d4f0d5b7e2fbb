import { expect, test } from "vitest";
import { pdbUnhealthyEviction } from "../../../src/checks/reliability/pdb-unhealthy-eviction.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const budget = (spec: object): object =>
  object("policy/v1", "PodDisruptionBudget", "web", { spec: { selector: {}, maxUnavailable: 1, ...spec } });

test("nothing to find", () => {
  expect(judge(pdbUnhealthyEviction, documents(budget({ unhealthyPodEvictionPolicy: "AlwaysAllow" })))).toEqual([]);
});

test("the default", () => {
  expect(judge(pdbUnhealthyEviction, documents(budget({}), budget({ unhealthyPodEvictionPolicy: "IfHealthyBudget" }))))
    .toMatchInlineSnapshot(`
      [
        "info PodDisruptionBudget shop/web spec.unhealthyPodEvictionPolicy: unhealthyPodEvictionPolicy is not set, so that it is IfHealthyBudget: pods that never get ready keep their node from being drained; set unhealthyPodEvictionPolicy to AlwaysAllow, or write IfHealthyBudget where that is meant",
      ]
    `);
});
