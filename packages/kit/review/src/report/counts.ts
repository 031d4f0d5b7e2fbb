import { classes, worstOf, type RiskClass } from "../judge/classes.ts";
import type { JudgedChange } from "../judge/judge.ts";

/** How many objects came, changed, went and were renamed. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly renamed: number;
  readonly worst: RiskClass | undefined;
}

export function countsOf(changes: readonly JudgedChange[]): Counts {
  const counts = { added: 0, changed: 0, removed: 0, renamed: 0 };
  for (const { op } of changes) counts[op]++;
  return { ...counts, worst: worstOf(changes.map((change) => change.class)) };
}

/** `1 added, 2 changed`: without what there is none of. */
export function countsText({ added, changed, removed, renamed }: Counts): string {
  const parts = Object.entries({ added, changed, removed, renamed }).filter(([, count]) => count > 0);
  return parts.map(([word, count]) => `${count} ${word}`).join(", ");
}

/** `2 breaks, 1 caution`: the objects of each class, the worst first. */
export function classesText(changes: readonly JudgedChange[]): string {
  const groups = Map.groupBy(changes, (change) => change.class);
  return classes.flatMap((one) => (groups.has(one) ? [`${groups.get(one)!.length} ${one}`] : [])).join(", ");
}
