import { rangeOf } from "@kit/kube";

/** Whether each of these ranges of addresses is in one of the others. What is no range is in none but its like. */
export function areWithin(ranges: readonly string[], others: readonly string[]): boolean {
  return ranges.every((range) => others.some((other) => range === other || isWithin(range, other)));
}

function isWithin(range: string, other: string): boolean {
  const [own, around] = [rangeOf(range.trim()), rangeOf(other.trim())];
  if (own === undefined || around === undefined || own.family !== around.family) return false;
  return around.first <= own.first && own.last <= around.last;
}
