import { dnsSubdomainProblem } from "@kit/kube/names";
import { isIpv4 } from "./ip-address.ts";

/** Why a text is not a host's name as an Ingress takes it: a DNS name, or `*.` and one. */
export function hostProblem(text: string): string | undefined {
  if (!text.includes("*")) return dnsSubdomainProblem(text);
  const rest = text.startsWith("*.") ? text.slice(2) : "*";
  if (text.length > 253) return "must have at most 253 characters";
  return dnsSubdomainProblem(rest) === undefined ? undefined : "must begin with *. and have a DNS name after it";
}

/** The same of a rule's host, which must not be an IP address, also not one with leading zeros. */
export function ruleHostProblem(text: string): string | undefined {
  return isIpv4(text.replaceAll(/\b0+(?=\d)/g, "")) ? "must be a DNS name, not an IP address" : hostProblem(text);
}
