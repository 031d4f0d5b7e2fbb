import type { Sum } from "../amounts.ts";
import type { Model } from "./model.ts";
import { podAffinityScores } from "./pod-affinity-scores.ts";
import { spreadScores } from "./spread-scores.ts";
import type { State } from "./state.ts";

/**
 * The scheduler's scores of nodes for the next pod of a shape: its default plugins with their default weights, as in
 * apis/config/v1/default_plugins.go of Kubernetes. Images are taken to be on no node.
 *
 * @param feasible Nodes that the filters let through, at least one.
 */
export function scoresFor(model: Model, state: State, shape: number, feasible: readonly number[]): number[] {
  const { preferred, unwelcome } = model.shapes[shape]!;
  const taints = normalize(feasible.map((node) => unwelcome[node]!)).map((score) => 100 - score);
  const preferences = normalize(feasible.map((node) => preferred[node]!));
  const spread = spreadScores(model, state, shape, feasible);
  const affinity = podAffinityScores(model, state, shape, feasible);
  return feasible.map((node, index) => {
    const room = leastAllocated(model, state, shape, node) + balanced(model, state, shape, node);
    return 3 * taints[index]! + 2 * preferences[index]! + room + 2 * spread[index]! + 2 * affinity[index]!;
  });
}

// DefaultNormalizeScore of plugins/helper.
function normalize(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  return scores.map((score) => (most === 0 ? 0 : Math.floor((100 * score) / most)));
}

// plugins/noderesources/least_allocated.go
function leastAllocated({ nodes, shapes }: Model, state: State, shape: number, node: number): number {
  const { scored } = shapes[shape]!.shape;
  const on = state[node]!.scored;
  const { allocatable } = nodes[node]!;
  const scores = (["cpu", "memory"] as const).flatMap((name) => {
    const has = allocatable[name] ?? 0;
    const requested = on[name] + scored[name];
    return has === 0 ? [] : [requested > has ? 0 : Math.floor(((has - requested) * 100) / has)];
  });
  return scores.length === 0 ? 0 : Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

// plugins/noderesources/balanced_allocation.go
function balanced({ nodes, shapes }: Model, state: State, shape: number, node: number): number {
  const { cpu = 0, memory = 0 } = shapes[shape]!.shape.requests;
  if (cpu === 0 && memory === 0) return 0;
  const { cpu: usedCpu = 0, memory: usedMemory = 0 } = state[node]!.requested;
  const { cpu: hasCpu = 0, memory: hasMemory = 0 } = nodes[node]!.allocatable;
  const has = { cpu: hasCpu, memory: hasMemory };
  const before = balance({ cpu: usedCpu, memory: usedMemory }, has);
  const after = balance({ cpu: usedCpu + cpu, memory: usedMemory + memory }, has);
  return 50 + Math.floor((50 + after - before) / 2);
}

function balance(requested: Sum, has: Sum): number {
  if (has.cpu === 0 || has.memory === 0) return 100;
  const cpu = Math.min(1, requested.cpu / has.cpu);
  const memory = Math.min(1, requested.memory / has.memory);
  return Math.floor((1 - Math.abs((cpu - memory) / 2)) * 100);
}
