import { forJson } from "@kit/text";
import type { ClusterReport, CapacityReport } from "../report/report.ts";
import { cpuText, memoryQuantity } from "./amount-text.ts";

/**
 * The report as JSON for other programs. CPU and memory are Kubernetes quantities such as `"900m"` and `"1024Mi"`,
 * shares are numbers in percent. Ends with a line break.
 */
export function formatJson({ ok, clusters }: CapacityReport): string {
  return `${forJson({ ok, clusters: clusters.map(clusterJson) })}\n`;
}

function clusterJson({ usage, shrink, ...cluster }: ClusterReport): unknown {
  const usages = Object.entries(usage).map(([resource, { percent, within, ...amounts }]) => {
    const texts = Object.entries(amounts).map(([name, amount]) => [
      name,
      quantityOf(resource as "cpu" | "memory", amount),
    ]);
    return [resource, { ...Object.fromEntries(texts), percent, within }];
  });
  return {
    ...(withQuantities(cluster) as object),
    usage: Object.fromEntries(usages),
    shrink: shrink.map(({ what, from, to, ...one }) => {
      const texts = (amount: number): number | string =>
        what === "replicas" ? amount : quantityOf(what.startsWith("cpu") ? "cpu" : "memory", amount);
      return { ...one, what, from: texts(from), to: texts(to) };
    }),
  };
}

/** Every `cpu` and `memory` at any depth as a quantity, except where they are names of services. */
function withQuantities(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withQuantities);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => {
    if (key === "services" && !Array.isArray(part)) return [key, part];
    const isAmount = (key === "cpu" || key === "memory") && typeof part === "number";
    return [key, isAmount ? quantityOf(key, part) : withQuantities(part)];
  });
  return Object.fromEntries(entries);
}

function quantityOf(resource: "cpu" | "memory", amount: number): string {
  return resource === "cpu" ? cpuText(amount) : memoryQuantity(amount);
}
