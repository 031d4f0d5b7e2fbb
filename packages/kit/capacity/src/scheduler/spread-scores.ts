import type { Model } from "./model.ts";
import { hostname } from "./nodes.ts";
import type { Constraint } from "./spread.ts";
import { countPods } from "./spread-filter.ts";
import type { State } from "./state.ts";

/** The scores of plugins/podtopologyspread for the constraints that need not hold: few pods score high. */
export function spreadScores(
  { nodes, shapes }: Model,
  state: State,
  shape: number,
  feasible: readonly number[],
): readonly number[] {
  const { soft, needsLabels } = shapes[shape]!.spread;
  if (soft.length === 0) return feasible.map(() => 0);
  const lacksLabel = (node: number): boolean =>
    needsLabels && soft.some(({ topologyKey }) => nodes[node]!.labels[topologyKey] === undefined);
  const considered = feasible.filter((node) => !lacksLabel(node));
  const domains = soft.map((constraint) => countDomains(nodes, state, constraint, considered, lacksLabel));
  const raw = feasible.map((node) => {
    if (lacksLabel(node)) return undefined;
    const { labels } = nodes[node]!;
    const parts = soft.map(({ topologyKey, maxSkew, counts }, index) => {
      const value = labels[topologyKey];
      if (value === undefined) return 0;
      const { pods, weight } = domains[index]!;
      const count = topologyKey === hostname ? countPods(state[node]!, counts) : pods.get(value)!;
      return count * weight + (maxSkew - 1);
    });
    return Math.round(parts.reduce((sum, part) => sum + part, 0));
  });
  return normalize(raw);
}

function countDomains(
  nodes: Model["nodes"],
  state: State,
  { topologyKey, counts, includesNode }: Constraint,
  considered: readonly number[],
  lacksLabel: (node: number) => boolean,
): { readonly pods: ReadonlyMap<string, number>; readonly weight: number } {
  const pods = new Map<string, number>();
  if (topologyKey === hostname) return { pods, weight: Math.log(considered.length + 2) };
  for (const node of considered) pods.set(nodes[node]!.labels[topologyKey] ?? "", 0);
  for (const [node, { labels }] of nodes.entries()) {
    const value = labels[topologyKey] ?? "";
    if (!includesNode[node] || lacksLabel(node) || !pods.has(value)) continue;
    pods.set(value, pods.get(value)! + countPods(state[node]!, counts));
  }
  return { pods, weight: Math.log(pods.size + 2) };
}

function normalize(raw: readonly (number | undefined)[]): number[] {
  const scores = raw.filter((score) => score !== undefined);
  const least = Math.min(...scores);
  const most = Math.max(0, ...scores);
  return raw.map((score) => {
    if (score === undefined) return 0;
    return most === 0 ? 100 : Math.floor((100 * (most + least - score)) / most);
  });
}
