import { describe, expect, test } from "vitest";
import { pdbSelectsNothing } from "../../../src/checks/references/pdb-selects-nothing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const budget = (spec: string): string => object("PodDisruptionBudget", "web", `spec: { ${spec} }`, "policy/v1");

describe("pdb-selects-nothing", () => {
  test.for([
    budget("maxUnavailable: 1, selector: { matchLabels: { app: web } }") + workload(),
    budget("maxUnavailable: 1, selector: { matchExpressions: [{ key: app, operator: In, values: [web, api] }] }") +
      workload(),
    // All pods of the namespace.
    budget("maxUnavailable: 1, selector: {}"),
  ])("passes %$", (manifests) => {
    expect(judge(pdbSelectsNothing, manifests)).toEqual([]);
  });

  test("finds one that protects nothing", () => {
    expect(judge(pdbSelectsNothing, budget("maxUnavailable: 1, selector: { matchLabels: { app: wbe } }") + workload()))
      .toMatchInlineSnapshot(`
      [
        "error PodDisruptionBudget default/web spec.selector: no pod of the namespace default has the labels app=wbe, so it protects nothing; write the labels of the pods that it is for",
      ]
    `);
    expect(
      judge(
        pdbSelectsNothing,
        budget("maxUnavailable: 1, selector: { matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }") +
          workload(),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error PodDisruptionBudget default/web spec.selector: no pod of the namespace default has the labels app NotIn (web), so it protects nothing; write the labels of the pods that it is for",
      ]
    `);
    expect(judge(pdbSelectsNothing, budget("maxUnavailable: 1") + workload())).toMatchInlineSnapshot(`
      [
        "error PodDisruptionBudget default/web spec: without a selector it takes no pod, and protects nothing; write the labels of the pods that it is for",
      ]
    `);
  });
});
