import { dnsLabelProblem, dnsSubdomainProblem, domainPathProblem, pathSegmentProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const ingressClass = objectCheck({
  id: "ingress-class",
  group: "api-validity",
  severity: "error",
  title: "an IngressClass names no controller, or parameters that cannot be found",
  kinds: ["IngressClass"],
  run: ({ data: { spec = {} } }, report) => {
    const { controller, parameters } = spec;
    const path = ["spec", "controller"];
    judgeText(report, { path, what: "the controller", text: controller, problem: controllerProblem });
    if (parameters === undefined) return;
    const place = ["spec", "parameters"];
    for (const field of ["kind", "name"] as const) {
      const rule = { path: [...place, field], what: `the parameters' ${field}`, text: parameters[field] };
      judgeText(report, { ...rule, problem: pathSegmentProblem });
    }
    const { apiGroup, scope = "Cluster", namespace } = parameters;
    if (apiGroup !== undefined) {
      const rule = { path: [...place, "apiGroup"], what: "the parameters' apiGroup", text: apiGroup };
      judgeText(report, { ...rule, problem: dnsSubdomainProblem });
    }
    const words = ["Cluster", "Namespace"];
    judgeOneOf(report, { path: [...place, "scope"], what: "the parameters' scope", word: scope, words });
    const at = [...place, "namespace"];
    if (scope === "Namespace") {
      judgeText(report, { path: at, what: "the parameters' namespace", text: namespace, problem: dnsLabelProblem });
    } else if (scope === "Cluster" && namespace !== undefined) {
      const message = `the parameters are in the namespace ${JSON.stringify(namespace)}, and their scope is Cluster`;
      report({ path: at, message, fix: "set scope to Namespace, or remove it" });
    }
  },
});

function controllerProblem(text: string): string | undefined {
  return text.length > 250 ? "must have at most 250 characters" : domainPathProblem(text);
}
