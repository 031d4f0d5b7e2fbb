import type { Model } from "./model.ts";
import type { Term } from "./pod-terms.ts";
import { countPods } from "./spread-filter.ts";
import type { State } from "./state.ts";

/** The scores of plugins/interpodaffinity: places near to pods that a pod likes, and away from those it does not. */
export function podAffinityScores(model: Model, state: State, shape: number, feasible: readonly number[]): number[] {
  const weights = new Map<string, Map<string, number>>();
  const weigh = ({ topologyKey, weight }: Term, node: number, pods: number): void => {
    const value = model.nodes[node]!.labels[topologyKey];
    if (value === undefined || pods === 0) return;
    const values = weights.get(topologyKey) ?? new Map<string, number>();
    weights.set(topologyKey, values.set(value, (values.get(value) ?? 0) + weight * pods));
  };
  const { ratherNear, ratherAway } = model.shapes[shape]!.affinity;
  for (const [node, on] of state.entries()) {
    for (const term of ratherNear) weigh(term, node, countPods(on, term.meant));
    for (const term of ratherAway) weigh(term, node, -countPods(on, term.meant));
  }
  for (const other of model.social) weighOf(model.shapes[other]!.affinity, other, shape, state, weigh);
  if (weights.size === 0) return feasible.map(() => 0);
  const sums = feasible.map((node) => {
    const { labels } = model.nodes[node]!;
    return [...weights].reduce((sum, [key, values]) => sum + (key in labels ? (values.get(labels[key]!) ?? 0) : 0), 0);
  });
  const least = Math.min(...sums);
  const range = Math.max(...sums) - least;
  return sums.map((sum) => (range === 0 ? 0 : Math.floor(100 * ((sum - least) / range))));
}

/** What the pods of another shape that stand somewhere want of the next pod of a shape. */
function weighOf(
  { near, ratherNear, ratherAway }: Model["shapes"][number]["affinity"],
  other: number,
  shape: number,
  state: State,
  weigh: (term: Term, node: number, pods: number) => void,
): void {
  const wishes = [...near, ...ratherNear].filter(({ means }) => means[shape]);
  const aversions = ratherAway.filter(({ means }) => means[shape]);
  if (wishes.length + aversions.length === 0) return;
  for (const [node, { counts }] of state.entries()) {
    for (const term of wishes) weigh(term, node, counts[other]!);
    for (const term of aversions) weigh(term, node, -counts[other]!);
  }
}
