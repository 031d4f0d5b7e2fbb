export { configKeyProblem } from "./config-key.ts";
export { dns1035LabelProblem, dnsLabelProblem, dnsSubdomainProblem, relaxedDnsSubdomainProblem } from "./dns.ts";
export { domainPathProblem } from "./domain-path.ts";
export { environmentVariableProblem } from "./environment-variable.ts";
export { labelValueProblem } from "./label-value.ts";
export { pathSegmentProblem } from "./path-segment.ts";
export { portNameProblem } from "./port-name.ts";
export { qualifiedNameProblem } from "./qualified-name.ts";
export { kubernetesMinors, type KubernetesMinor } from "@kit/schema/minors";
