import { describe, expect, test } from "vitest";
import { hpaWithReplicas } from "../../../src/checks/references/hpa-with-replicas.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const hpa = object(
  "HorizontalPodAutoscaler",
  "web",
  "spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }",
  "autoscaling/v2",
);

describe("hpa-with-replicas", () => {
  test.for([
    workload({ spec: "replicas: 2" }),
    hpa + workload(),
    hpa + workload({ name: "other", spec: "replicas: 2" }),
    hpa + workload({ kind: "StatefulSet", spec: "replicas: 2" }),
  ])("passes %$", (manifests) => {
    expect(judge(hpaWithReplicas, manifests)).toEqual([]);
  });

  test("finds replicas of what an autoscaler scales", () => {
    expect(judge(hpaWithReplicas, hpa + workload({ spec: "replicas: 2" }))).toMatchInlineSnapshot(`
      [
        "warning Deployment default/web spec.replicas: replicas is 2, and the HorizontalPodAutoscaler web sets it too: each deployment undoes what it has scaled; leave replicas out, and set minReplicas of the autoscaler",
      ]
    `);
  });
});
