import { collectEdges } from "./collect-edges.ts";
import { sortByEdges, type Cycle } from "./cycles.ts";
import { isBinding, phaseVerdict, type OrderEdge } from "./edge.ts";
import { migrationsOf, workloadsOf } from "./edges/migration-edges.ts";
import type { OrderNode } from "./node.ts";
import { objectIndex } from "./object-index.ts";
import { assignWaves, type Contradiction } from "./waves.ts";

/** In which order the objects of an environment are applied, and why. */
export interface Order {
  /** In the order of their ids. */
  readonly nodes: readonly OrderNode[];
  /** In the order of their ids. */
  readonly edges: readonly OrderEdge[];
  /** The wave of each object. Where there is a cycle, nobody has one but those that somebody has written. */
  readonly waves: ReadonlyMap<OrderNode, number>;
  readonly cycles: readonly Cycle[];
  readonly contradictions: readonly Contradiction[];
  /** Edges that the phases of the hooks make impossible: what is needed comes in a later phase. */
  readonly wrongPhases: readonly OrderEdge[];
  /** Migrations whose app has no workload here: nothing waits for them. */
  readonly idleMigrations: readonly OrderNode[];
}

export interface OrderOptions {
  /** The namespace of what names none. Default: `default`. */
  readonly unplaced?: string;
  /** Whether edges that bind nothing are wanted too. Default: true. */
  readonly shown?: boolean;
}

/**
 * The dependency graph of one environment's objects, and the waves in which Argo CD has to apply them.
 *
 * @param objects As plain data, `{ apiVersion, kind, metadata, … }`. Their order does not matter; what has no name is left
 * out, and of two that are one to the API server the second.
 */
export function orderOf(objects: readonly unknown[], { unplaced = "default", shown = true }: OrderOptions = {}): Order {
  const index = objectIndex(objects, unplaced);
  const nodes = index.entries.map(({ node }) => node);
  const edges = collectEdges(index, shown);
  const binding = edges.filter(isBinding);
  const sorted = sortByEdges(nodes, binding);
  const { waves, contradictions } = assignWaves(
    sorted.cycles.length > 0 ? nodes : sorted.nodes,
    sorted.cycles.length > 0 ? [] : binding.filter((edge) => phaseVerdict(edge) === undefined),
  );
  const wrongPhases = binding.filter((edge) => phaseVerdict(edge) === "broken");
  const idleMigrations = migrationsOf(index).filter((one) => workloadsOf(index, one).length === 0);
  return {
    nodes,
    edges,
    waves,
    cycles: sorted.cycles,
    contradictions,
    wrongPhases,
    idleMigrations: idleMigrations.map(({ node }) => node),
  };
}
