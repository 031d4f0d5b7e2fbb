import type { Model } from "./model.ts";
import type { NodeFilter } from "./node-filter.ts";
import type { Constraint } from "./spread.ts";
import type { NodeState, State } from "./state.ts";

/** The filter of plugins/podtopologyspread: no value of a node label may have more pods than another by too many. */
export function spreadFilter({ nodes, shapes }: Model, state: State, shape: number): NodeFilter {
  const { hard } = shapes[shape]!.spread;
  if (hard.length === 0) return () => undefined;
  const counted = hard.map((constraint) => ({ constraint, ...countDomains(nodes, state, constraint, hard) }));
  return (node) => {
    const { labels } = nodes[node]!;
    for (const { constraint, domains, least } of counted) {
      const value = labels[constraint.topologyKey];
      if (value === undefined) return `has no label ${constraint.topologyKey}, over which the pods are spread`;
      const skew = (domains.get(value) ?? 0) + (constraint.countsSelf ? 1 : 0) - least;
      if (skew > constraint.maxSkew)
        return `would have too many of the pods, which are spread by ${constraint.topologyKey}`;
    }
    return undefined;
  };
}

/** How many pods of a constraint stand on a node. */
export function countPods({ counts }: NodeState, shapes: readonly number[]): number {
  let sum = 0;
  for (const shape of shapes) sum += counts[shape]!;
  return sum;
}

function countDomains(
  nodes: Model["nodes"],
  state: State,
  { topologyKey, counts, includesNode, minDomains }: Constraint,
  all: readonly Constraint[],
): { readonly domains: ReadonlyMap<string, number>; readonly least: number } {
  const domains = new Map<string, number>();
  for (const [index, { labels }] of nodes.entries()) {
    if (includesNode[index] !== true || all.some((one) => labels[one.topologyKey] === undefined)) continue;
    const value = labels[topologyKey]!;
    domains.set(value, (domains.get(value) ?? 0) + countPods(state[index]!, counts));
  }
  return { domains, least: domains.size < minDomains ? 0 : Math.min(...domains.values()) };
}
