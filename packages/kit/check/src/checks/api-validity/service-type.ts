import { dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { View } from "../../view/index.ts";

export const serviceType = objectCheck({
  id: "service-type",
  group: "api-validity",
  severity: "error",
  title: "a Service has a field that its type cannot have",
  kinds: ["Service"],
  run: ({ data: { spec = {} } }, report) => {
    const type = spec.type || "ClusterIP";
    if (type === "ExternalName") judgeExternalName(spec, report);
    if ((type === "NodePort" || type === "LoadBalancer") && spec.clusterIP === "None") {
      const message = `clusterIP is None, and a Service of type ${type} needs one`;
      report({ path: ["spec", "clusterIP"], message, fix: "remove it, or set the type to ClusterIP" });
    }
    if (type !== "LoadBalancer") {
      for (const field of ofLoadBalancers) {
        const value = spec[field];
        if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
        report({ path: ["spec", field], ...onlyFor(field, "LoadBalancer") });
      }
    }
    judgeTraffic(spec, type, report);
  },
});

type Spec = NonNullable<View<"Service">["data"]["spec"]>;

const ofLoadBalancers = ["loadBalancerSourceRanges", "allocateLoadBalancerNodePorts", "loadBalancerClass"] as const;

function judgeExternalName(spec: Spec, report: ReportFinding): void {
  const { externalName = "", clusterIP = "", clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  const text = externalName.replace(/\.$/, "");
  const path = ["spec", "externalName"];
  judgeText(report, { path, what: "externalName", text, problem: dnsSubdomainProblem });
  const set = {
    clusterIP: clusterIP !== "",
    clusterIPs: clusterIPs.length > 0,
    ipFamilies: ipFamilies.length > 0,
    ipFamilyPolicy: ipFamilyPolicy !== undefined,
  };
  for (const [field, isSet] of Object.entries(set)) {
    if (!isSet) continue;
    const message = `${field} is set, and a Service of type ExternalName has no address`;
    report({ path: ["spec", field], message, fix: "remove it" });
  }
}

function judgeTraffic(spec: Spec, type: string, report: ReportFinding): void {
  const { externalTrafficPolicy: policy = "", externalIPs = [], healthCheckNodePort = 0 } = spec;
  const fromOutside =
    type === "NodePort" || type === "LoadBalancer" || (type === "ClusterIP" && externalIPs.length > 0);
  if (policy !== "" && !fromOutside) {
    const message = `externalTrafficPolicy is ${policy}, and nothing outside reaches a Service of type ${type}`;
    report({ path: ["spec", "externalTrafficPolicy"], message, fix: "remove it, or set the type to NodePort" });
  }
  if (healthCheckNodePort === 0 || (type === "LoadBalancer" && policy === "Local")) return;
  const message = "healthCheckNodePort is set, which is for a LoadBalancer with externalTrafficPolicy Local";
  report({ path: ["spec", "healthCheckNodePort"], message, fix: "remove it" });
}

function onlyFor(field: string, type: string): { message: string; fix: string } {
  return { message: `${field} is set, which is for type ${type} only`, fix: `remove it, or set the type to ${type}` };
}
