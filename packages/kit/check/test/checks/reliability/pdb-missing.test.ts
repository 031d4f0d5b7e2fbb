import { expect, test } from "vitest";
import { pdbMissing } from "../../../src/checks/reliability/pdb-missing.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const budget = (spec: object): object => object("policy/v1", "PodDisruptionBudget", "web", { spec });
const selector = { matchLabels: { app: "web" } };
const scaler = (minReplicas: number, maxReplicas = 9): object =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" }, minReplicas, maxReplicas },
  });

const two = workload({ spec: { replicas: 2 } });

test("nothing to find", () => {
  expect(judge(pdbMissing, documents(workload({ spec: { replicas: 1 } })))).toEqual([]);
  expect(judge(pdbMissing, documents(two, budget({ selector, maxUnavailable: 1 })))).toEqual([]);
  expect(judge(pdbMissing, documents(two, budget({ selector: {}, maxUnavailable: 1 })))).toEqual([]);
  expect(judge(pdbMissing, documents(workload({ kind: "DaemonSet" })))).toEqual([]);
  expect(judge(pdbMissing, documents(two, scaler(1, 1)))).toEqual([]);
});

test("two pods, and no budget for them", () => {
  expect(
    judge(
      pdbMissing,
      documents(two, budget({ maxUnavailable: 1 }), { ...budget({ selector }), metadata: { name: "web" } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.replicas: no PodDisruptionBudget selects its pods, so that a drain may take all 2 at once; add a PodDisruptionBudget with maxUnavailable: 1 (\`disruptionBudget\` of typed-manifests)",
    ]
  `);
});

test("as many as the autoscaler keeps", () => {
  expect(judge(pdbMissing, documents(workload(), scaler(3)))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.replicas: no PodDisruptionBudget selects its pods, so that a drain may take all 3 at once; add a PodDisruptionBudget with maxUnavailable: 1 (\`disruptionBudget\` of typed-manifests)",
    ]
  `);
});

test("as many as something scales it to is a note", () => {
  expect([...judge(pdbMissing, documents(workload(), scaler(1))), ...judge(pdbMissing, documents(workload()))])
    .toMatchInlineSnapshot(`
      [
        "info Deployment shop/web spec.template.metadata: no PodDisruptionBudget selects its pods, so that a drain may take those at once that something scales it to; add a PodDisruptionBudget with maxUnavailable: 1 (\`disruptionBudget\` of typed-manifests)",
        "info Deployment shop/web spec.template.metadata: no PodDisruptionBudget selects its pods, so that a drain may take those at once that something scales it to; add a PodDisruptionBudget with maxUnavailable: 1 (\`disruptionBudget\` of typed-manifests)",
      ]
    `);
});
