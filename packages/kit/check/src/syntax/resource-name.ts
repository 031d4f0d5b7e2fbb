import { qualifiedNameProblem } from "@kit/kube/names";
import { isExtended, isHugePages, isNative } from "../pods/resources.ts";

// pkg/apis/core/helper: what the server knows by names without a domain.

const ofContainers = new Set(["cpu", "memory", "ephemeral-storage"]);
const compute = ["cpu", "memory", "ephemeral-storage"].flatMap((name) => [name, `requests.${name}`, `limits.${name}`]);
const objects = [
  "pods",
  "resourcequotas",
  "services",
  "replicationcontrollers",
  "secrets",
  "configmaps",
  "persistentvolumeclaims",
  "services.nodeports",
  "services.loadbalancers",
];
const counted = new Set(objects);
const ofQuotas = new Set([...compute, ...objects, "requests.storage"]);
const known = new Set([...ofQuotas, "storage"]);

/** Why a text names no resource: it has neither a domain nor a name that the server knows. */
export function resourceNameProblem(name: string): string | undefined {
  const problem = qualifiedNameProblem(name);
  if (problem !== undefined || name.includes("/") || known.has(name) || isQuotaHugePages(name)) return problem;
  return "is not a resource that the API server knows, and has no domain such as example.com/";
}

/** The same of a resource that a container may ask for. */
export function containerResourceProblem(name: string): string | undefined {
  const problem = resourceNameProblem(name);
  if (problem !== undefined) return problem;
  if (!name.includes("/")) {
    return ofContainers.has(name) || isHugePages(name) ? undefined : "is not a resource of a container";
  }
  return isNative(name) || isExtended(name) ? undefined : "must not begin with requests., nor be too long";
}

/** The same of a resource that a quota may limit. */
export function quotaResourceProblem(name: string): string | undefined {
  const problem = resourceNameProblem(name);
  if (problem !== undefined || name.includes("/") || isKnownQuota(name)) return problem;
  return "is not a resource that a quota limits";
}

/** Whether the server knows what a quota of it counts. */
export function isKnownQuota(name: string): boolean {
  return ofQuotas.has(name) || isQuotaHugePages(name);
}

/** Whether only whole numbers of it make sense. */
export function isCounted(name: string): boolean {
  return counted.has(name) || isExtended(name);
}

function isQuotaHugePages(name: string): boolean {
  return isHugePages(name) || name.startsWith("requests.hugepages-");
}
