/** What a change may do: `unclassified` is what no rule knows. The worst first. */
export const classes = ["breaks", "caution", "unclassified", "routine"] as const;

export type RiskClass = (typeof classes)[number];

/** The worst of some classes; undefined of none. */
export function worstOf(some: Iterable<RiskClass>): RiskClass | undefined {
  const all = new Set(some);
  return classes.find((one) => all.has(one));
}
