import { dnsSubdomainProblem } from "@kit/kube/names";

/** Why a text does not name a driver of volumes or devices: a DNS name in which case counts for nothing. */
export function driverNameProblem(text: string): string | undefined {
  return text.length > 63 ? "must have at most 63 characters" : dnsSubdomainProblem(text.toLowerCase());
}
