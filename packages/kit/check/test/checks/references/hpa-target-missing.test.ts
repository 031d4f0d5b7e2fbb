import { describe, expect, test } from "vitest";
import { hpaTargetMissing } from "../../../src/checks/references/hpa-target-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const hpa = (target: string): string =>
  object("HorizontalPodAutoscaler", "web", `spec: { maxReplicas: 3, scaleTargetRef: { ${target} } }`, "autoscaling/v2");

describe("hpa-target-missing", () => {
  test.for([
    hpa("apiVersion: apps/v1, kind: Deployment, name: web") + workload(),
    hpa("apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web") +
      object("Rollout", "web", "spec: {}", "argoproj.io/v1alpha1"),
  ])("passes %$", (manifests) => {
    expect(judge(hpaTargetMissing, manifests)).toEqual([]);
  });

  test("finds a target that is not there, or is so in another API group", () => {
    expect(judge(hpaTargetMissing, hpa("apiVersion: apps/v1, kind: Deployment, name: wbe") + workload()))
      .toMatchInlineSnapshot(`
      [
        "error HorizontalPodAutoscaler default/web spec.scaleTargetRef.name: it scales Deployment wbe, which does not exist in the namespace default; write web, or add the Deployment",
      ]
    `);
    expect(judge(hpaTargetMissing, hpa("apiVersion: apps/v1, kind: StatefulSet, name: web") + workload()))
      .toMatchInlineSnapshot(`
      [
        "error HorizontalPodAutoscaler default/web spec.scaleTargetRef.name: it scales StatefulSet web, which does not exist in the namespace default; add the StatefulSet",
      ]
    `);
    expect(judge(hpaTargetMissing, hpa("apiVersion: v1, kind: Deployment, name: web") + workload()))
      .toMatchInlineSnapshot(`
      [
        "error HorizontalPodAutoscaler default/web spec.scaleTargetRef.apiVersion: it scales Deployment web of the API group "", which does not exist; write apiVersion apps/v1",
      ]
    `);
  });
});
