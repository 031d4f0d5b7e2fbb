import { expect, test } from "vitest";
import { pdbBlocksEviction } from "../../../src/checks/reliability/pdb-blocks-eviction.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const budget = (spec: object): object => object("policy/v1", "PodDisruptionBudget", "web", { spec });
const selector = { matchLabels: { app: "web" } };
const scaler = (minReplicas: number): object =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" }, minReplicas, maxReplicas: 9 },
  });

const web = (replicas: number): object => workload({ spec: { replicas } });

test("nothing to find", () => {
  expect(judge(pdbBlocksEviction, documents(web(2), budget({ selector, maxUnavailable: 1 })))).toEqual([]);
  expect(judge(pdbBlocksEviction, documents(web(2), budget({ selector, minAvailable: 1 })))).toEqual([]);
  // A share of maxUnavailable is rounded up.
  expect(judge(pdbBlocksEviction, documents(web(1), budget({ selector, maxUnavailable: "1%" })))).toEqual([]);
  expect(judge(pdbBlocksEviction, documents(web(4), budget({ selector, minAvailable: "75%" })))).toEqual([]);
  // What it selects is not here.
  expect(judge(pdbBlocksEviction, documents(budget({ selector, minAvailable: 2 })))).toEqual([]);
  expect(judge(pdbBlocksEviction, documents(web(0), budget({ selector, minAvailable: 1 })))).toEqual([]);
  // How many nodes there are is not known.
  expect(
    judge(pdbBlocksEviction, documents(workload({ kind: "DaemonSet" }), budget({ selector, minAvailable: 2 }))),
  ).toEqual([]);
});

test("none at all", () => {
  expect(
    judge(
      pdbBlocksEviction,
      documents(
        web(3),
        budget({ selector, maxUnavailable: 0 }),
        budget({ selector, maxUnavailable: "0%" }),
        budget({ selector, minAvailable: "100%" }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.maxUnavailable: maxUnavailable 0 lets no pod be evicted; let one be away, with maxUnavailable: 1, and run two or more",
      "warning PodDisruptionBudget shop/web spec.maxUnavailable: maxUnavailable 0% lets no pod be evicted; let one be away, with maxUnavailable: 1, and run two or more",
      "warning PodDisruptionBudget shop/web spec.minAvailable: minAvailable 100% lets no pod be evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});

test("as many as there are", () => {
  expect(judge(pdbBlocksEviction, documents(web(2), budget({ selector, minAvailable: 2 })))).toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.minAvailable: minAvailable 2 keeps all 2 pods from being evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});

test("a share of minAvailable is rounded up, too", () => {
  expect(judge(pdbBlocksEviction, documents(web(2), budget({ selector, minAvailable: "51%" })))).toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.minAvailable: minAvailable 51% keeps all 2 pods from being evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});

test("the only one", () => {
  expect(judge(pdbBlocksEviction, documents(web(1), budget({ selector, minAvailable: 1 })))).toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.minAvailable: minAvailable 1 keeps its only pod from being evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});

test("as many as the autoscaler keeps", () => {
  expect(judge(pdbBlocksEviction, documents(web(5), scaler(2), budget({ selector, minAvailable: 2 }))))
    .toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.minAvailable: minAvailable 2 keeps all 2 pods from being evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});

test("neither bound", () => {
  expect(judge(pdbBlocksEviction, documents(web(3), budget({ selector })))).toMatchInlineSnapshot(`
    [
      "warning PodDisruptionBudget shop/web spec.maxUnavailable: it has neither maxUnavailable nor minAvailable, which lets no pod be evicted; let one be away, with maxUnavailable: 1, and run two or more",
    ]
  `);
});
