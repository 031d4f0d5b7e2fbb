import { expect, test } from "vitest";
import { hpaMaxEqualsMin } from "../../../src/checks/reliability/hpa-max-equals-min.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const scaler = (spec: object, kind = "Deployment"): object =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind, name: "web" }, maxReplicas: 4, ...spec },
  });

test("nothing to find", () => {
  expect(judge(hpaMaxEqualsMin, documents(scaler({ minReplicas: 2 })))).toEqual([]);
  expect(judge(hpaMaxEqualsMin, documents(scaler({})))).toEqual([]);
});

test("the same", () => {
  expect(judge(hpaMaxEqualsMin, documents(scaler({ minReplicas: 4 }), scaler({ maxReplicas: 1 }))))
    .toMatchInlineSnapshot(`
    [
      "info HorizontalPodAutoscaler shop/web spec.maxReplicas: maxReplicas and minReplicas are both 4: it never scales; raise maxReplicas, or set spec.replicas and remove it",
      "info HorizontalPodAutoscaler shop/web spec.maxReplicas: maxReplicas and minReplicas are both 1: it never scales; raise maxReplicas, or set spec.replicas and remove it",
    ]
  `);
});
