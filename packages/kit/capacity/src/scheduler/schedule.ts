import { filterFor } from "./filter.ts";
import type { Model } from "./model.ts";
import { scoresFor } from "./score.ts";
import { bind, type State } from "./state.ts";

/** A pod to be scheduled. */
export interface Wish {
  /** The number of its shape in the model. */
  readonly shape: number;
  /** The one node that it may run on, by number: a pod of a DaemonSet. */
  readonly pinned?: number;
}

/** A pod that no node takes. */
export interface Pending extends Wish {
  /** How many nodes refuse it, by the reason. */
  readonly reasons: ReadonlyMap<string, number>;
}

/**
 * Picks one of several outcomes that are all possible: among nodes that score the same the scheduler picks by chance,
 * and when it tries a waiting pod again is a matter of timing.
 */
export type Choice = (alternatives: number) => number;

/** Always picks the first. */
export const first: Choice = () => 0;

/**
 * Places pods as the scheduler does, one after the other: those of higher priority first, else in their order. A pod
 * that finds no place is tried again when others have one: at once, or after all others.
 *
 * Changes the state. Returns the pods that stay Pending.
 */
export function schedule(model: Model, state: State, wishes: readonly Wish[], choice: Choice = first): Pending[] {
  const priority = ({ shape }: Wish): number => model.shapes[shape]!.shape.priority;
  let queue: readonly Wish[] = wishes.toSorted((one, other) => priority(other) - priority(one));
  for (;;) {
    let pending: Pending[] = [];
    for (const wish of queue) {
      const reasons = scheduleOne(model, state, wish, choice);
      if (reasons !== undefined) pending.push({ ...wish, reasons });
      else pending = retryAtOnce(model, state, pending, choice);
    }
    if (pending.length === 0 || pending.length === queue.length) return pending;
    queue = pending;
  }
}

/** Tries pods again that the place of another pod may have helped, if they are chosen to be. Returns the others. */
function retryAtOnce(model: Model, state: State, pending: readonly Pending[], choice: Choice): Pending[] {
  const helped = pending.find(({ shape, pinned }) => {
    const { affinity, spread } = model.shapes[shape]!;
    if (affinity.near.length + spread.hard.length === 0) return false;
    const filter = filterFor(model, state, shape);
    const nodes = pinned === undefined ? [...model.nodes.keys()] : [pinned];
    return nodes.some((node) => filter(node) === undefined) && choice(2) === 1;
  });
  if (helped === undefined) return [...pending];
  scheduleOne(model, state, helped, choice);
  return retryAtOnce(
    model,
    state,
    pending.filter((one) => one !== helped),
    choice,
  );
}

/** Places one pod, or says why no node takes it. */
export function scheduleOne(
  model: Model,
  state: State,
  { shape, pinned }: Wish,
  choice: Choice,
): ReadonlyMap<string, number> | undefined {
  const filter = filterFor(model, state, shape);
  const reasons = new Map<string, number>();
  const feasible: number[] = [];
  for (const node of pinned === undefined ? model.nodes.keys() : [pinned]) {
    const reason = filter(node);
    if (reason === undefined) feasible.push(node);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (feasible.length === 0) return reasons;
  bind(model, state, shape, feasible.length === 1 ? feasible[0]! : best(model, state, shape, feasible, choice));
  return undefined;
}

function best(model: Model, state: State, shape: number, feasible: readonly number[], choice: Choice): number {
  const scores = scoresFor(model, state, shape, feasible);
  const most = Math.max(...scores);
  const equal = feasible.filter((_, index) => scores[index] === most);
  if (equal.length === 1) return equal[0]!;
  // Nodes with the same on them are the same to every later pod, so only one of them is an alternative.
  const different = [...Map.groupBy(equal, (node) => fingerprint(model, state, node)).values()].map(([node]) => node!);
  return different.length === 1 ? different[0]! : different[choice(different.length)]!;
}

function fingerprint({ alike }: Model, state: State, node: number): string {
  return `${alike[node]} ${state[node]!.mark.join()}`;
}
