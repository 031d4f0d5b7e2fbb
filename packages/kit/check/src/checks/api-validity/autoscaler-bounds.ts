import { anyObjectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeReference } from "../../rules/judge-reference.ts";
import type { View } from "../../view/index.ts";

export const autoscalerBounds = anyObjectCheck({
  id: "autoscaler-bounds",
  group: "api-validity",
  severity: "error",
  title: "an autoscaler's bounds are out of order, or it names no target",
  standsFor: ["hpa-target-missing"],
  run: ({ apiVersion: version, kind, data }, report) => {
    if (kind !== "HorizontalPodAutoscaler" || !version.startsWith("autoscaling/")) return;
    const spec = (data as View<"HorizontalPodAutoscaler">["data"]).spec ?? {};
    const { minReplicas = 1, maxReplicas, scaleTargetRef } = spec;
    const { targetCPUUtilizationPercentage: value } = spec as { readonly targetCPUUtilizationPercentage?: number };
    const what = "targetCPUUtilizationPercentage";
    judgeNumber(report, { path: ["spec", what], what, value, from: 1 });
    judgeNumber(report, { path: ["spec", "minReplicas"], what: "minReplicas", value: minReplicas, from: 1 });
    const path = ["spec", "maxReplicas"];
    judgeNumber(report, { path, what: "maxReplicas", value: maxReplicas, from: 1 });
    if (maxReplicas !== undefined && maxReplicas >= 1 && maxReplicas < minReplicas) {
      const message = `maxReplicas is ${maxReplicas}, which is below minReplicas, ${minReplicas}`;
      report({ path, message, fix: "raise maxReplicas, or lower minReplicas" });
    }
    if (scaleTargetRef === undefined) return;
    const place = ["spec", "scaleTargetRef"];
    judgeReference(report, place, "the target", scaleTargetRef);
    const { apiVersion = "" } = scaleTargetRef;
    if (/^[^/]+\/[^/]*$/.test(apiVersion)) return;
    const message = `the target's apiVersion is ${apiVersion === "" ? "missing" : JSON.stringify(apiVersion)}, and must have a group`;
    report({ path: [...place, "apiVersion"], message, fix: "write it with its group, such as apps/v1" });
  },
});
