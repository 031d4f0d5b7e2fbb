import { dnsLabelProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeOptionalText } from "../../rules/judge-text.ts";

export const statefulSet = objectCheck({
  id: "stateful-set",
  group: "api-validity",
  severity: "error",
  title: "a StatefulSet names a Service that cannot exist, or an unknown policy for its claims",
  standsFor: ["statefulset-service-missing"],
  kinds: ["StatefulSet"],
  run: ({ data: { spec = {} } }, report) => {
    const { serviceName: text, persistentVolumeClaimRetentionPolicy: policy = {} } = spec;
    const path = ["spec", "serviceName"];
    judgeOptionalText(report, { path, what: "serviceName", text, problem: dnsLabelProblem });
    for (const field of ["whenDeleted", "whenScaled"] as const) {
      const place = ["spec", "persistentVolumeClaimRetentionPolicy", field];
      judgeOneOf(report, { path: place, what: field, word: policy[field] || undefined, words: ["Retain", "Delete"] });
    }
  },
});
