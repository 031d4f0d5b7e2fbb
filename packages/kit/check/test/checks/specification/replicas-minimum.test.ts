import { describe, expect, test } from "vitest";
import { replicasMinimum } from "../../../src/checks/specification/replicas-minimum.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const hpa = object(
  "HorizontalPodAutoscaler",
  "web",
  "spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }",
  "autoscaling/v2",
);

describe("replicas-minimum", () => {
  test.for([workload({ spec: "replicas: 2" }), workload() + hpa, workload({ kind: "DaemonSet" })])(
    "passes %$",
    (manifests) => {
      expect(judge(replicasMinimum, manifests)).toEqual([]);
    },
  );

  test("finds fewer than two, in development too", () => {
    const manifests = workload({ spec: "replicas: 1" }) + workload({ kind: "StatefulSet", name: "db" });
    expect(judge(replicasMinimum, manifests, { profile: "development" })).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.replicas: replicas is 1; set replicas to 2 or more, or add a HorizontalPodAutoscaler",
        "error StatefulSet default/db spec.replicas: replicas is not set, which means 1; set replicas to 2 or more, or add a HorizontalPodAutoscaler",
      ]
    `);
  });
});
