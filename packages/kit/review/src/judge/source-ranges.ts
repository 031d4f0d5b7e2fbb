import { rangeOf, type Loose } from "@kit/kube";
import { listAt } from "../data.ts";

/** The ranges of addresses that a Service is open to through its load balancer; none is everybody. */
export function sourceRanges(service: Loose | undefined): string[] {
  return listAt(service, "spec", "loadBalancerSourceRanges").map(String);
}

/** Whether each of these ranges of addresses is in one of the others. What is no range is in none but its like. */
export function areWithin(ranges: readonly string[], others: readonly string[]): boolean {
  return ranges.every((range) => others.some((other) => range === other || isWithin(range, other)));
}

function isWithin(range: string, other: string): boolean {
  const [own, around] = [rangeOf(range.trim()), rangeOf(other.trim())];
  if (own === undefined || around === undefined || own.family !== around.family) return false;
  return around.first <= own.first && own.last <= around.last;
}
