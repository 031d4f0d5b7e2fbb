import { dnsLabelProblem } from "@kit/kube/names";
import { anyObjectCheck } from "../../define-check.ts";
import { judgeOptionalText } from "../../rules/judge-text.ts";

export const objectNamespace = anyObjectCheck({
  id: "object-namespace",
  group: "api-validity",
  severity: "error",
  title: "an object is in a namespace that cannot exist",
  run: ({ schema, data }, report) => {
    // The server takes the namespace of what is in none for none.
    if (schema?.namespaced === false) return;
    const { namespace } = (data.metadata ?? {}) as { readonly namespace?: string };
    const path = ["metadata", "namespace"];
    judgeOptionalText(report, { path, what: "the namespace", text: namespace, problem: dnsLabelProblem });
  },
});
