import { dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { hostProblem, ruleHostProblem } from "../../syntax/host.ts";

export const ingressRule = objectCheck({
  id: "ingress-rule",
  group: "api-validity",
  severity: "error",
  title: "an Ingress has no rule, or a host, a TLS Secret or a class that cannot exist",
  kinds: ["Ingress"],
  run: ({ data: { spec = {} }, annotations }, report) => {
    const { rules = [], defaultBackend, tls = [], ingressClassName } = spec;
    if (rules.length === 0 && defaultBackend === undefined) {
      const message = "the Ingress has neither rules nor a defaultBackend";
      report({ path: ["spec"], message, fix: "write a rule" });
    }
    rules.forEach(({ host }, index) => {
      const path = ["spec", "rules", index, "host"];
      judgeOptionalText(report, { path, what: "the host", text: host, problem: ruleHostProblem });
    });
    tls.forEach(({ hosts = [], secretName }, index) => {
      const path = ["spec", "tls", index];
      hosts.forEach((text, at) => {
        judgeText(report, { path: [...path, "hosts", at], what: "the host", text, problem: hostProblem });
      });
      const secret = { path: [...path, "secretName"], what: "the Secret's name", text: secretName };
      judgeOptionalText(report, { ...secret, problem: dnsSubdomainProblem });
    });
    if (ingressClassName === undefined) return;
    const path = ["spec", "ingressClassName"];
    judgeText(report, { path, what: "the class", text: ingressClassName, problem: dnsSubdomainProblem });
    const annotation = annotations[classAnnotation];
    if (annotation === undefined || annotation === ingressClassName) return;
    const message = `the class is ${JSON.stringify(ingressClassName)}, and the annotation ${classAnnotation} says ${JSON.stringify(annotation)}`;
    report({ path, message, fix: "remove the annotation" });
  },
});

const classAnnotation = "kubernetes.io/ingress.class";
