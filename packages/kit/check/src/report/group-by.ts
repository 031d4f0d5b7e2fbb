import type { FindingsBlock } from "./blocks.ts";
import { blocksByCheck } from "./by-check.ts";
import { blocksByFile, blocksByObject } from "./by-object.ts";
import type { LocatedFinding } from "./locate.ts";
import { bySeverity } from "./order.ts";

/** What findings are told together by. */
export type GroupBy = "check" | "object" | "file";

/** The ways there are, the first where nobody says one. */
export const groupings = {
  check: blocksByCheck,
  object: blocksByObject,
  file: blocksByFile,
} as const satisfies Record<GroupBy, (findings: readonly LocatedFinding[]) => FindingsBlock[]>;

const keys: Record<GroupBy, (finding: LocatedFinding) => string> = {
  check: ({ check }) => check,
  object: ({ object }) => object,
  file: ({ where }) => where,
};

/** Findings one after another, errors first, and those of one group together. */
export function orderFor(findings: readonly LocatedFinding[], groupBy: GroupBy): LocatedFinding[] {
  const groups = Map.groupBy(findings.toSorted(bySeverity), (one) => `${one.severity} ${keys[groupBy](one)}`);
  return [...groups.values()].flat();
}
