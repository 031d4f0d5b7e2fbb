import { rankOf } from "./kind-order.ts";
import type { OrderNode } from "./node.ts";
import { phases } from "./place.ts";

/**
 * How much one object needs another:
 *
 * - `ready`: it has to be healthy first,
 * - `exists`: it has to be applied first,
 * - `any`: the two find each other in either order; shown, and never a reason to wait.
 */
export type Strength = "ready" | "exists" | "any";

/** Why one object comes before another. */
export interface OrderEdge {
  readonly before: OrderNode;
  readonly after: OrderNode;
  /** What the later one does with the earlier one, as a predicate: `reads it, by envFrom`. */
  readonly reason: string;
  readonly strength: Strength;
}

/** Takes note that one object comes before another. */
export type AddEdge = (before: OrderNode, after: OrderNode, strength: Strength, reason: string) => void;

/** Whether an edge can make an object wait. */
export function isBinding({ strength, before, after }: OrderEdge): boolean {
  return strength !== "any" && before.phase !== undefined && after.phase !== undefined;
}

/**
 * How many waves must lie between the two objects of a binding edge: 0 where Argo CD's order of kinds in a wave does, 1
 * where a wave has to end first. It waits itself until a definition is established.
 */
export function distanceOf({ strength, before, after }: OrderEdge): 0 | 1 {
  const isOrdered = rankOf(before.kind) < rankOf(after.kind);
  return isOrdered && (strength === "exists" || isDefinition(before)) ? 0 : 1;
}

/** What the phases of a sync say of a binding edge; undefined where both are in one, and waves say more. */
export function phaseVerdict({ before, after }: OrderEdge): "kept" | "broken" | undefined {
  if (before.phase === after.phase || before.phase === undefined || after.phase === undefined) return undefined;
  const isEarlier = phases.indexOf(before.phase) < phases.indexOf(after.phase);
  // Argo CD brings these forward to the first object that needs them (`adjustDeps` in sync_tasks.go).
  return isEarlier || isNamespace(before) || isDefinition(before) ? "kept" : "broken";
}

function isNamespace({ group, kind }: OrderNode): boolean {
  return group === "" && kind === "Namespace";
}

function isDefinition({ group, kind }: OrderNode): boolean {
  return group === "apiextensions.k8s.io" && kind === "CustomResourceDefinition";
}
