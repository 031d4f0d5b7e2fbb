import { describe, expect, test } from "vitest";
import { replicasMinimum } from "../../../src/checks/reliability/replicas-minimum.ts";
import { replicated } from "../../../src/policy/packs.ts";
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

  test("is a warning in production, and off in development", () => {
    const found = [
      "warning Deployment default/web spec.replicas: replicas is 1; set replicas to 2 or more, or add a HorizontalPodAutoscaler",
    ];
    const manifests = workload({ spec: "replicas: 1" });
    expect(judge(replicasMinimum, manifests)).toEqual(found);
    expect(judge(replicasMinimum, manifests, { profile: "development" })).toEqual([]);
  });

  test("takes another minimum, from a pack or as an option", () => {
    const found =
      "Deployment default/web spec.replicas: replicas is 2; set replicas to 3 or more, or add a HorizontalPodAutoscaler";
    const manifests = workload({ spec: "replicas: 2" });
    const packs = [replicated({ minimum: 3 })];
    expect(judge(replicasMinimum, manifests, { policy: { packs } })).toEqual([`error ${found}`]);
    expect(judge(replicasMinimum, manifests, { policy: { options: { minimumReplicas: 3 } } })).toEqual([
      `warning ${found}`,
    ]);
    expect(judge(replicasMinimum, manifests, { policy: { packs, options: { minimumReplicas: 2 } } })).toEqual([]);
  });

  test("finds fewer than two in development too, where a pack asks for it", () => {
    const manifests = workload({ spec: "replicas: 1" }) + workload({ kind: "StatefulSet", name: "db" });
    expect(judge(replicasMinimum, manifests, { profile: "development", policy: { packs: [replicated()] } }))
      .toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.replicas: replicas is 1; set replicas to 2 or more, or add a HorizontalPodAutoscaler",
        "error StatefulSet default/db spec.replicas: replicas is not set, which means 1; set replicas to 2 or more where the program shares its work among them; else exempt it, and say who waits",
      ]
    `);
  });
});
