import { distanceOf, type OrderEdge } from "./edge.ts";
import type { OrderNode } from "./node.ts";

/** Two waves that somebody has written, and that cannot both be. */
export interface Contradiction {
  /** From an object with a written wave to one with another; what is between has none. */
  readonly path: readonly OrderEdge[];
  /** How many waves the two have to be apart at least. */
  readonly distance: number;
}

/** The wave of each object, and what is wrong with those that somebody has written. */
export interface Waves {
  readonly waves: ReadonlyMap<OrderNode, number>;
  readonly contradictions: readonly Contradiction[];
}

/**
 * The waves that need the fewest changes: a written one stays; an object without stays in 0, unless what waits for it has
 * to be earlier, or a written wave before it is later. No object is earlier than it must be.
 *
 * @param nodes Each after those that it waits for.
 * @param edges Binding ones, between objects of one phase.
 */
export function assignWaves(nodes: readonly OrderNode[], edges: readonly OrderEdge[]): Waves {
  const { earliest, contradictions } = earliestWaves(
    nodes,
    Map.groupBy(edges, ({ after }) => after),
  );
  const outgoing = Map.groupBy(edges, ({ before }) => before);
  const waves = new Map<OrderNode, number>();
  for (const node of nodes.toReversed()) {
    const limits = (outgoing.get(node) ?? []).map((edge) => waves.get(edge.after)! - distanceOf(edge));
    const wished = Math.max(0, earliest.get(node)?.wave ?? 0);
    waves.set(node, node.given ?? limits.reduce((least, limit) => Math.min(least, limit), wished));
  }
  return { waves, contradictions };
}

type Incoming = ReadonlyMap<OrderNode, readonly OrderEdge[]>;

/** How early an object may be, for the written waves before it. */
interface Earliest {
  readonly wave: number;
  /** The edge that says so; none where the wave is written. */
  readonly edge?: OrderEdge;
}

function earliestWaves(nodes: readonly OrderNode[], incoming: Incoming) {
  const earliest = new Map<OrderNode, Earliest>();
  const contradictions: Contradiction[] = [];
  for (const node of nodes) {
    let own: Earliest | undefined = node.given === undefined ? undefined : { wave: node.given };
    for (const edge of incoming.get(node) ?? []) {
      const before = earliest.get(edge.before);
      if (before === undefined) continue;
      const wave = before.wave + distanceOf(edge);
      if (node.given === undefined) {
        if (own === undefined || wave > own.wave) own = { wave, edge };
      } else if (wave > node.given) contradictions.push(contradictionOf(edge, earliest));
    }
    if (own !== undefined) earliest.set(node, own);
  }
  return { earliest, contradictions };
}

/** The way back to where a wave is written. */
function contradictionOf(last: OrderEdge, earliest: ReadonlyMap<OrderNode, Earliest>): Contradiction {
  const path = [last];
  for (;;) {
    const edge = earliest.get(path[0]!.before)?.edge;
    if (edge === undefined) break;
    path.unshift(edge);
  }
  return { path, distance: path.reduce((sum, edge) => sum + distanceOf(edge), 0) };
}
