import { dnsLabelProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { amountOf, isExtended } from "../../pods/resources.ts";
import { judgeToleration } from "../../pods/judge-toleration.ts";
import { judgeLabels } from "../../rules/judge-labels.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { containerResourceProblem } from "../../syntax/resource-name.ts";

export const runtimeClass = objectCheck({
  id: "runtime-class",
  group: "api-validity",
  severity: "error",
  title: "a RuntimeClass has an invalid handler, overhead or scheduling",
  standsFor: ["canonical-quantity"],
  kinds: ["RuntimeClass"],
  run: ({ data: { handler: text, overhead, scheduling } }, report) => {
    judgeText(report, { path: ["handler"], what: "the handler", text, problem: dnsLabelProblem });
    for (const [name, amount] of Object.entries(overhead?.podFixed ?? {})) {
      const path = ["overhead", "podFixed", name];
      const value = amountOf(amount) ?? 0n;
      const problem = containerResourceProblem(name);
      if (problem !== undefined) {
        const message = `the resource ${JSON.stringify(name)} ${problem}`;
        report({ path, message, fix: "write a resource of containers, such as memory" });
      } else if (value < 0n || (isExtended(name) && value % 1_000_000_000n !== 0n)) {
        const message = `the overhead is ${amount}, and must be a ${value < 0n ? "amount of 0 or more" : "whole number"}`;
        report({ path, message, fix: "correct it" });
      }
    }
    judgeLabels(report, ["scheduling", "nodeSelector"], scheduling?.nodeSelector);
    const tolerations = scheduling?.tolerations ?? [];
    const keys = tolerations.map(({ key, operator, value, effect }) => [key, operator, value, effect].join("\n"));
    tolerations.forEach((one, index) => {
      const path = ["scheduling", "tolerations", index];
      judgeToleration(report, path, one);
      if (keys.indexOf(keys[index]!) === index) return;
      report({ path, message: "the toleration is there before", fix: "remove one of them" });
    });
  },
});
