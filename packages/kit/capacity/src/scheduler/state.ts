import type { Model } from "./model.ts";

/** What stands on a node. */
export interface NodeState {
  readonly requested: Record<string, number>;
  /** Requests as the scores count them. */
  readonly scored: { cpu: number; memory: number };
  pods: number;
  /** Pods by the number of their shape. */
  readonly counts: number[];
  /** The same for nodes with the same pods: a sum of two hashes of their shapes. */
  readonly mark: [number, number];
}

/** What stands on each node of a model, in the nodes' order. */
export type State = readonly NodeState[];

export function emptyState({ nodes, shapes }: Model): State {
  return nodes.map(() => ({
    requested: {},
    scored: { cpu: 0, memory: 0 },
    pods: 0,
    counts: shapes.map(() => 0),
    mark: [0, 0],
  }));
}

export function copyState(state: State): State {
  return state.map(({ requested, scored, pods, counts, mark: [one, other] }) => ({
    requested: { ...requested },
    scored: { ...scored },
    pods,
    counts: [...counts],
    mark: [one, other],
  }));
}

/** Puts a pod of a shape on a node. */
export function bind(model: Model, state: State, shape: number, node: number): void {
  count(model, state, shape, node, 1);
}

/** Takes one away. */
export function unbind(model: Model, state: State, shape: number, node: number): void {
  count(model, state, shape, node, -1);
}

function count({ shapes }: Model, state: State, shape: number, node: number, by: 1 | -1): void {
  const { requests, scored } = shapes[shape]!.shape;
  const on = state[node]!;
  for (const [name, amount] of Object.entries(requests)) on.requested[name] = (on.requested[name] ?? 0) + by * amount;
  on.scored.cpu += by * scored.cpu;
  on.scored.memory += by * scored.memory;
  on.pods += by;
  on.counts[shape]! += by;
  on.mark[0] = (on.mark[0] + by * hash(shape, 0x9e3779b9)) | 0;
  on.mark[1] = (on.mark[1] + by * hash(shape, 0x85ebca6b)) | 0;
}

/** A number to 32 bits that look like chance. */
function hash(value: number, seed: number): number {
  const mixed = Math.imul((value + 1) ^ seed, 0xcc9e2d51);
  return Math.imul(mixed ^ (mixed >>> 15), 0x1b873593) ^ (mixed >>> 13);
}
