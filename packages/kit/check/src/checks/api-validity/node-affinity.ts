import { podCheck } from "../../define-check.ts";
import { judgeLabels } from "../../rules/judge-labels.ts";
import { judgeNodeTerm, judgeNodeTerms } from "../../rules/judge-node-terms.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const nodeAffinity = podCheck({
  id: "node-affinity",
  group: "api-validity",
  severity: "error",
  title: "a pod selects nodes by an invalid term, expression or label",
  run: ({ spec, path }, report) => {
    judgeLabels(report, [...path, "nodeSelector"], spec.nodeSelector);
    const {
      requiredDuringSchedulingIgnoredDuringExecution: required,
      preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
    } = spec.affinity?.nodeAffinity ?? {};
    const place = [...path, "affinity", "nodeAffinity"];
    if (required !== undefined) {
      judgeNodeTerms(report, [...place, "requiredDuringSchedulingIgnoredDuringExecution"], required);
    }
    preferred.forEach(({ weight = 0, preference = {} }, index) => {
      const at = [...place, "preferredDuringSchedulingIgnoredDuringExecution", index];
      judgeNumber(report, { path: [...at, "weight"], what: "weight", value: weight, from: 1, to: 100 });
      judgeNodeTerm(report, [...at, "preference"], preference, false);
    });
  },
});
