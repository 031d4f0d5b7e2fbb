import type { OrderEdge } from "./edge.ts";
import type { OrderNode } from "./node.ts";

/** Objects that wait for each other: the edges of the circle, each of which ends where the next begins. */
export type Cycle = readonly OrderEdge[];

/** The outcome of sorting: every node after those that it waits for, or what makes that impossible. */
export interface Sorted {
  /** Without those that are in a circle, or wait for one. */
  readonly nodes: readonly OrderNode[];
  /** Circles that share no object; each the shortest of its first object, which is the first by its id. */
  readonly cycles: readonly Cycle[];
}

/** Sorts nodes, which are in the order of their ids, along binding edges. */
export function sortByEdges(nodes: readonly OrderNode[], edges: readonly OrderEdge[]): Sorted {
  const outgoing = Map.groupBy(edges, ({ before }) => before);
  const waits = new Map(nodes.map((node) => [node, 0]));
  for (const { after } of edges) waits.set(after, waits.get(after)! + 1);
  const sorted = nodes.filter((node) => waits.get(node) === 0);
  for (const node of sorted) {
    for (const { after } of outgoing.get(node) ?? []) {
      const left = waits.get(after)! - 1;
      waits.set(after, left);
      if (left === 0) sorted.push(after);
    }
  }
  const done = new Set(sorted);
  return {
    nodes: sorted,
    cycles: cyclesOf(
      nodes.filter((node) => !done.has(node)),
      outgoing,
    ),
  };
}

type Outgoing = ReadonlyMap<OrderNode, readonly OrderEdge[]>;

function cyclesOf(rest: readonly OrderNode[], outgoing: Outgoing): Cycle[] {
  const open = new Set(rest);
  const cycles: Cycle[] = [];
  for (const node of rest) {
    const cycle = open.has(node) ? shortestCycle(node, open, outgoing) : undefined;
    if (cycle === undefined) continue;
    cycles.push(cycle);
    for (const { before } of cycle) open.delete(before);
  }
  return cycles;
}

/** Breadth first from a node back to itself; undefined where it only waits for a circle. */
function shortestCycle(start: OrderNode, open: ReadonlySet<OrderNode>, outgoing: Outgoing): Cycle | undefined {
  const reachedBy = new Map<OrderNode, OrderEdge>();
  const queue = [start];
  for (const node of queue) {
    for (const edge of outgoing.get(node) ?? []) {
      if (!open.has(edge.after) || reachedBy.has(edge.after)) continue;
      reachedBy.set(edge.after, edge);
      if (edge.after === start) return wayBack(start, reachedBy);
      queue.push(edge.after);
    }
  }
  return undefined;
}

function wayBack(start: OrderNode, reachedBy: ReadonlyMap<OrderNode, OrderEdge>): Cycle {
  const cycle: OrderEdge[] = [];
  for (let edge = reachedBy.get(start)!; ; edge = reachedBy.get(edge.before)!) {
    cycle.unshift(edge);
    if (edge.before === start) return cycle;
  }
}
