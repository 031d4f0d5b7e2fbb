import { portsClash } from "./host-ports.ts";
import type { Model } from "./model.ts";
import type { NodeFilter } from "./node-filter.ts";
import { podAffinityFilter } from "./pod-affinity-filter.ts";
import { spreadFilter } from "./spread-filter.ts";
import type { State } from "./state.ts";

/** The scheduler's filters for the next pod of a shape, in its order: the first that refuses a node gives the reason. */
export function filterFor(model: Model, state: State, shape: number): NodeFilter {
  const { keptAway } = model.shapes[shape]!;
  const spread = spreadFilter(model, state, shape);
  const affinity = podAffinityFilter(model, state, shape);
  return (node) =>
    keptAway[node] ??
    portsTaken(model, state, shape, node) ??
    lacksRoom(model, state, shape, node) ??
    spread(node) ??
    affinity(node);
}

function portsTaken({ shapes }: Model, state: State, shape: number, node: number): string | undefined {
  const { hostPorts } = shapes[shape]!;
  if (hostPorts.length === 0) return undefined;
  const taken = state[node]!.counts.some(
    (count, other) => count > 0 && portsClash(hostPorts, shapes[other]!.hostPorts),
  );
  return taken ? "has another pod on the pod's host port" : undefined;
}

// fitsRequest of plugins/noderesources.
function lacksRoom({ nodes, shapes }: Model, state: State, shape: number, node: number): string | undefined {
  const { allocatable, pods } = nodes[node]!;
  const { requested, pods: standing } = state[node]!;
  const short = Object.entries(shapes[shape]!.shape.requests)
    .filter(([name, amount]) => amount > 0 && amount > (allocatable[name] ?? 0) - (requested[name] ?? 0))
    .map(([name]) => name);
  const missing = [...(standing >= pods ? ["room for another pod"] : []), ...short];
  return missing.length === 0 ? undefined : `has not enough ${missing.join(" and ")}`;
}
