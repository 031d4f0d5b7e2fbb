import { sortByEdges } from "./cycles.ts";
import { distanceOf, isBinding, phaseVerdict, type OrderEdge } from "./edge.ts";
import type { OrderNode } from "./node.ts";
import type { Order } from "./order.ts";

/** An object in a wave that comes too late. */
export interface TooLate {
  readonly node: OrderNode;
  /** The wave that it is in, written or 0. */
  readonly wave: number;
  /** The latest one that is early enough, when all that is too late has moved. */
  readonly needed: number;
  /** What needs it. */
  readonly edge: OrderEdge;
  /** The wave that what needs it is in then. */
  readonly neededIn: number;
}

/** The objects whose annotations, as they are, put them in a wave that comes too late. None where there is a cycle. */
export function tooLate({ nodes, edges, cycles }: Pick<Order, "nodes" | "edges" | "cycles">): TooLate[] {
  if (cycles.length > 0) return [];
  const binding = edges.filter((edge) => isBinding(edge) && phaseVerdict(edge) === undefined);
  const outgoing = Map.groupBy(binding, ({ before }) => before);
  const needed = new Map<OrderNode, number>();
  const late: TooLate[] = [];
  for (const node of sortByEdges(nodes, binding).nodes.toReversed()) {
    const wave = node.given ?? 0;
    const limits = (outgoing.get(node) ?? []).map((edge) => ({
      edge,
      wave: needed.get(edge.after)! - distanceOf(edge),
    }));
    const least = limits.reduce<(typeof limits)[number] | undefined>(
      (one, other) => (one === undefined || other.wave < one.wave ? other : one),
      undefined,
    );
    needed.set(node, Math.min(wave, least?.wave ?? wave));
    if (least !== undefined && least.wave < wave) {
      late.push({ node, wave, needed: least.wave, edge: least.edge, neededIn: needed.get(least.edge.after)! });
    }
  }
  return late.toSorted((one, other) => (one.node.id < other.node.id ? -1 : 1));
}
