import { objectCheck } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const autoscalerBehavior = objectCheck({
  id: "autoscaler-behavior",
  group: "api-validity",
  severity: "error",
  title: "an autoscaler's behavior has a rule out of bounds",
  standsFor: ["canonical-quantity"],
  kinds: ["HorizontalPodAutoscaler"],
  run: ({ data: { spec = {} } }, report) => {
    for (const direction of ["scaleUp", "scaleDown"] as const) {
      const rules = spec.behavior?.[direction];
      if (rules === undefined) continue;
      const path = ["spec", "behavior", direction];
      const { stabilizationWindowSeconds: value, selectPolicy: word, policies, tolerance } = rules;
      const window = { path: [...path, "stabilizationWindowSeconds"], what: "stabilizationWindowSeconds", value };
      judgeNumber(report, { ...window, from: 0, to: 3600 });
      const words = ["Max", "Min", "Disabled"];
      judgeOneOf(report, { path: [...path, "selectPolicy"], what: "selectPolicy", word, words });
      if ((amountOf(tolerance) ?? 0n) < 0n) {
        const message = `tolerance is ${tolerance}, and must not be negative`;
        report({ path: [...path, "tolerance"], message, fix: "set it to 0 or more" });
      }
      if (policies?.length === 0) {
        const message = "policies is empty";
        report({ path: [...path, "policies"], message, fix: "write a policy, or leave policies out for the default" });
      }
      policies?.forEach(({ type, value: step, periodSeconds }, index) => {
        const place = [...path, "policies", index];
        judgeText(report, { path: [...place, "type"], what: "the policy's type", text: type, problem: typeProblem });
        judgeNumber(report, { path: [...place, "value"], what: "value", value: step, from: 1 });
        const period = { path: [...place, "periodSeconds"], what: "periodSeconds", value: periodSeconds };
        judgeNumber(report, { ...period, from: 1, to: 1800 });
      });
    }
  },
});

function typeProblem(text: string): string | undefined {
  return text === "Pods" || text === "Percent" ? undefined : "is not one of Pods, Percent";
}
