import { classes, type RiskClass } from "../judge/classes.ts";

/** What can be told at several lengths. */
export interface Tellable {
  readonly class: RiskClass;
  /** How long it is at each step, the shortest first, in whatever the budget counts. */
  readonly sizes: readonly number[];
  /** Whether it tells of several objects: then more is told in as much room. */
  readonly isGroup: boolean;
  /** What has to stand before it once, such as the name of its section. */
  readonly under: { readonly size: number };
}

/** What a budget is spent on, one after the other: risk first, and reasons before values. */
const order: readonly { readonly of: readonly RiskClass[]; readonly isWhole: boolean; readonly groupsOnly?: true }[] = [
  { of: classes.slice(0, 1), isWhole: false },
  { of: classes.slice(1, 2), isWhole: false },
  { of: classes, isWhole: false, groupsOnly: true },
  { of: classes.slice(0, 2), isWhole: true },
  { of: classes.slice(2, 3), isWhole: false },
  { of: classes.slice(2, 3), isWhole: true },
  { of: classes.slice(3), isWhole: false },
  { of: classes.slice(3), isWhole: true },
];

/**
 * Spends a budget: at how many of its steps each is told, 0 where it is not told at all. What is riskier is told first, by its
 * last step but one, and at its last where there is room; what does not fit is told at the longest step that does.
 */
export function allot(all: readonly Tellable[], budget: number): number[] {
  const steps = all.map(() => 0);
  const opened = new Set<object>();
  let left = budget;
  for (const { of, isWhole, groupsOnly = false } of order) {
    for (const [index, { class: own, sizes, isGroup, under }] of all.entries()) {
      if (!of.includes(own) || (groupsOnly && !isGroup)) continue;
      const known = steps[index] === 0 ? 0 : sizes[steps[index]! - 1]!;
      const head = opened.has(under) ? 0 : under.size;
      const most = isWhole ? sizes.length : Math.max(1, sizes.length - 1);
      for (let step = most; step > steps[index]!; step--) {
        const cost = sizes[step - 1]! - known + head;
        if (cost > left) continue;
        left -= cost;
        opened.add(under);
        steps[index] = step;
      }
    }
  }
  return steps;
}
