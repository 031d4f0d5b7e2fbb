import { addSums, judged, minus, sumOf, type Sum } from "../amounts.ts";
import type { ClusterNode } from "../scheduler/nodes.ts";
import type { Usage } from "./report.ts";

/** The limits against what the nodes have for applications, each resource by itself. */
export function usageOf(
  nodes: readonly ClusterNode[],
  limits: Sum,
  target: number,
): Readonly<Record<keyof Sum, Usage>> {
  const capacity = addSums(nodes.map((node) => sumOf(node.capacity)));
  const available = addSums(nodes.map((node) => sumOf(node.allocatable)));
  const reserved = minus(capacity, available);
  const usages = judged.map((resource) => {
    const within = limits[resource] <= allowed(available[resource], target);
    const usage: Usage = {
      capacity: capacity[resource],
      reserved: reserved[resource],
      available: available[resource],
      limits: limits[resource],
      percent: percentOf(limits[resource], available[resource], within),
      within,
    };
    return [resource, usage] as const;
  });
  return Object.fromEntries(usages) as Record<keyof Sum, Usage>;
}

/** The most that limits may be within a target, in whole units, exactly. */
export function allowed(available: number, target: number): number {
  const millionths = BigInt(Math.round(target * 1e6));
  return Number((BigInt(available) * millionths) / 100_000_000n);
}

/** A share in percent, with one decimal; rounded up where it is too much, so that it never looks like the target. */
function percentOf(part: number, whole: number, within: boolean): number {
  if (part === 0) return 0;
  if (whole === 0) return Infinity;
  const thousandths = (part * 1000) / whole;
  return (within ? Math.round(thousandths) : Math.ceil(thousandths)) / 10;
}
