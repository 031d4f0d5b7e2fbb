import { byCodeUnits } from "@kit/text";
import { rankOf } from "../kind-order.ts";
import type { OrderNode } from "../node.ts";
import { phases, type Phase } from "../place.ts";

/** Objects that Argo CD applies together, in its order, and waits for. */
export interface SyncStage {
  /** Undefined for what no sync applies: hooks for its failure, say. */
  readonly phase: Phase | undefined;
  readonly wave: number;
  readonly nodes: readonly OrderNode[];
}

/** The stages of a sync as the annotations have them, the first first. */
export function stagesOf(nodes: readonly OrderNode[]): SyncStage[] {
  const stages = Map.groupBy(nodes, ({ phase, given = 0 }) => `${phase} ${phase === undefined ? 0 : given}`);
  return [...stages.values()]
    .map((together) => {
      const { phase, given = 0 } = together[0]!;
      return { phase, wave: phase === undefined ? 0 : given, nodes: together.toSorted(byKind) };
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.wave - other.wave);
}

/** `wave -1`, and the phase where it is not that of most objects. */
export function stageName({ phase, wave }: SyncStage): string {
  if (phase === undefined) return "in no sync";
  return phase === "Sync" ? `wave ${wave}` : `${phase}, wave ${wave}`;
}

function placeOf({ phase }: SyncStage): number {
  return phase === undefined ? phases.length : phases.indexOf(phase);
}

function byKind(one: OrderNode, other: OrderNode): number {
  return rankOf(one.kind) - rankOf(other.kind) || byCodeUnits(one.name, other.name) || byCodeUnits(one.id, other.id);
}
