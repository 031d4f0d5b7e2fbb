import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { isKind } from "../../view/index.ts";

export const podHostname = podCheck({
  id: "pod-hostname",
  group: "api-validity",
  severity: "error",
  title: "a pod's host name is invalid, or another field excludes it",
  run: ({ object, spec, path }, report) => {
    // A StatefulSet writes both itself.
    for (const field of isKind(object, "StatefulSet") ? [] : (["hostname", "subdomain"] as const)) {
      judgeOptionalText(report, { path: [...path, field], what: field, text: spec[field], problem: dnsLabelProblem });
    }
    const { hostnameOverride: text, hostNetwork, setHostnameAsFQDN } = spec;
    if (text === undefined) return;
    const place = [...path, "hostnameOverride"];
    judgeText(report, { path: place, what: "hostnameOverride", text, problem: overrideProblem });
    for (const [field, value] of Object.entries({ hostNetwork, setHostnameAsFQDN })) {
      if (value !== true) continue;
      const message = `hostnameOverride is set in a pod with ${field}`;
      report({ path: place, message, fix: `leave one of hostnameOverride and ${field} out` });
    }
  },
});

function overrideProblem(name: string): string | undefined {
  return name.length > 64 ? "must have at most 64 characters" : dnsSubdomainProblem(name);
}
