import type { Model } from "../scheduler/model.ts";
import { schedule, type Choice, type Pending, type Wish } from "../scheduler/schedule.ts";
import { copyState, unbind, type State } from "../scheduler/state.ts";
import type { Planned } from "./plan.ts";

/**
 * Rolls workloads at once, step by step as their controllers do: a Deployment makes new pods up to its replicas and
 * `maxSurge`, and takes old ones away as long as no more than `maxUnavailable` are missing (pkg/controller/deployment
 * rolling.go); with `Recreate` and in a StatefulSet the old pod goes first. What old pods leave, waiting ones may take.
 *
 * @param before Where their pods are.
 * @returns The pods that find no node when nothing moves any more; none where all rollouts complete.
 */
export function rollOut(
  model: Model,
  before: { readonly state: State; readonly pending: readonly Pending[] },
  planned: readonly Planned[],
  choice: Choice,
): readonly Pending[] {
  const state = copyState(before.state);
  const units = planned.flatMap((one) => unitOf(one, state, before.pending));
  let pending: readonly Wish[] = before.pending;
  for (;;) {
    const made = units.map((unit) => unit.make()).filter(({ length }) => length > 0);
    const left = schedule(model, state, mixed(pending.length === 0 ? made : [pending, ...made], choice).flat(), choice);
    pending = left;
    const taken = units.map((unit) =>
      unit.take(waitingOf(left, unit.next), (node) => unbind(model, state, unit.shape, node), choice),
    );
    if (made.length === 0 && !taken.includes(true)) return left;
  }
}

/** A workload that rolls. */
interface Unit {
  readonly shape: number;
  readonly next: number;
  /** The new pods that its controller makes now. */
  make(): Wish[];
  /** Takes old pods away; whether there were some to take. */
  take(waiting: readonly Wish[], remove: (node: number) => void, choice: Choice): boolean;
}

function unitOf(
  { workload: { pods }, shape, steady, scaled, surge }: Planned,
  state: State,
  pending: readonly Wish[],
): Unit[] {
  const next = shape + 1;
  if (pods.when === "at times") return [];
  if (pods.when === "on each node") return surge.length === 0 ? [] : [daemonUnit(shape, steady, surge.length)];
  const replicas = steady.length + scaled.length;
  const { rolling } = pods;
  if (rolling.way === "never" || replicas === 0) return [];
  const [most, least] =
    rolling.way === "step by step"
      ? [replicas + surge.length, replicas - rolling.unavailable(replicas)]
      : [replicas, rolling.way === "at once" ? 0 : replicas - 1];
  let old = replicas;
  // Those that found no node before are the first to go.
  let lost = waitingOf(pending, shape).length;
  let created = 0;
  return [
    {
      shape,
      next,
      make() {
        if (rolling.way === "at once" && old > 0) return [];
        const count = Math.max(0, Math.min(most - old - created, replicas - created));
        created += count;
        return Array.from({ length: count }, () => ({ shape: next }));
      },
      take(waiting, remove, choice) {
        const available = old - lost + created - waiting.length;
        const cleaned = Math.min(lost, Math.max(0, available + lost - least));
        const count = Math.min(old - lost, Math.max(0, available - least));
        lost -= cleaned;
        old -= cleaned + count;
        for (let index = 0; index < count; index++) remove(crowded(state, shape, choice));
        return cleaned + count > 0;
      },
    },
  ];
}

/** In an order of chance: which controller is faster, and when a waiting pod is tried again, is nobody's promise. */
function mixed<T>(all: T[], choice: Choice): T[] {
  const rest = [...all];
  return all.map(() => rest.splice(rest.length === 1 ? 0 : choice(rest.length), 1)[0]!);
}

/** One new pod on each node beside the old one, on so many nodes at a time. */
function daemonUnit(shape: number, steady: readonly Wish[], most: number): Unit {
  const todo = steady.map(({ pinned }) => pinned!);
  let doing: number[] = [];
  return {
    shape,
    next: shape + 1,
    make() {
      const begun = todo.splice(0, most - doing.length);
      doing = [...doing, ...begun];
      return begun.map((pinned) => ({ shape: shape + 1, pinned }));
    },
    take(waiting, remove) {
      const stuck = new Set(waiting.map(({ pinned }) => pinned));
      const done = doing.filter((node) => !stuck.has(node));
      doing = doing.filter((node) => stuck.has(node));
      for (const node of done) remove(node);
      return done.length > 0;
    },
  };
}

/**
 * The node of the old pod that goes first: where most pods of the workload are, else by chance (`ActivePodsWithRanks` of
 * pkg/controller).
 */
function crowded(state: State, shape: number, choice: Choice): number {
  const counts = state.map(({ counts: on }) => (on[shape]! > 0 ? on[shape]! + on[shape + 1]! : 0));
  const most = Math.max(...counts);
  const nodes = [...counts.keys()].filter((node) => counts[node] === most);
  return nodes.length === 1 ? nodes[0]! : nodes[choice(nodes.length)]!;
}

function waitingOf(wishes: readonly Wish[], shape: number): readonly Wish[] {
  return wishes.filter((one) => one.shape === shape);
}
