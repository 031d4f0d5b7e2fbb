import { expect, test } from "vitest";
import { hpaMinReplicas } from "../../../src/checks/reliability/hpa-min-replicas.ts";
import { judge } from "../../judge.ts";
import { documents, object, service, workload } from "../../manifests.ts";

const scaler = (spec: object, kind = "Deployment"): object =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind, name: "web" }, maxReplicas: 4, ...spec },
  });

test("nothing to find", () => {
  expect(judge(hpaMinReplicas, documents(workload(), service(), scaler({ minReplicas: 2 })))).toEqual([]);
  // What it scales is not here.
  expect(judge(hpaMinReplicas, documents(service(), scaler({})))).toEqual([]);
  expect(judge(hpaMinReplicas, documents(workload(), service(), scaler({ minReplicas: 1 }, "StatefulSet")))).toEqual(
    [],
  );
});

test("one, of what no Service leads to", () => {
  expect(judge(hpaMinReplicas, documents(workload(), scaler({ minReplicas: 1 })))).toMatchInlineSnapshot(`
    [
      "info HorizontalPodAutoscaler shop/web spec.minReplicas: minReplicas 1 leaves Deployment web with one pod when little is asked; set minReplicas to 2 or more",
    ]
  `);
});

test("one, said or not", () => {
  expect(judge(hpaMinReplicas, documents(workload(), service(), scaler({}), scaler({ minReplicas: 1 }))))
    .toMatchInlineSnapshot(`
    [
      "warning HorizontalPodAutoscaler shop/web spec.minReplicas: minReplicas 1 leaves Deployment web with one pod behind its Service when little is asked; set minReplicas to 2 or more",
      "warning HorizontalPodAutoscaler shop/web spec.minReplicas: minReplicas 1 leaves Deployment web with one pod behind its Service when little is asked; set minReplicas to 2 or more",
    ]
  `);
});
