import { first, schedule, type Choice, type Pending } from "../scheduler/schedule.ts";
import { copyState, emptyState, type State } from "../scheduler/state.ts";
import type { CapacityPlan, Planned } from "./plan.ts";

/** Where the pods are at one moment. */
export interface Placed {
  readonly state: State;
  /** All pods that find no node. */
  readonly pending: readonly Pending[];
}

/** What becomes of a plan. */
export interface Simulated {
  readonly steady: Placed;
  /** Autoscalers at their maxima, and jobs running. */
  readonly scaled: Placed;
  /** And all Deployments rolling at once. */
  readonly rolling: Placed;
}

/** Places the pods of a plan: those that stay, then what scales up, then what comes while all roll. */
function simulate({ model, planned }: CapacityPlan, choice: Choice = first): Simulated {
  const next = (before: Placed, part: "steady" | "scaled" | "surge"): Placed => {
    const state = copyState(before.state);
    const wishes = [...before.pending, ...planned.flatMap((one) => one[part])];
    return { state, pending: schedule(model, state, wishes, choice) };
  };
  const steady = next({ state: emptyState(model), pending: [] }, "steady");
  const scaled = next(steady, "scaled");
  return { steady, scaled, rolling: next(scaled, "surge") };
}

/** One Deployment rolls while the others do not. */
export function rollOne({ model }: CapacityPlan, { scaled }: Simulated, { surge }: Planned): Placed {
  const state = copyState(scaled.state);
  return { state, pending: schedule(model, state, [...scaled.pending, ...surge]) };
}

/** What becomes of a plan at worst, as far as chance has a say in it. */
export interface JudgedSimulation extends Simulated {
  /** Whether it fits with some choices of the scheduler and not with others. */
  readonly chance: boolean;
  /** Whether the scheduler never picks among nodes that differ, so that each pod's place is known. */
  readonly certain: boolean;
}

// So much work as many tries may make, in pods times nodes.
const budget = 1_000_000;

/**
 * What the scheduler does is partly chance. Where it is, more runs with other choices are made, always the same ones;
 * the worst of them counts.
 */
export function simulateAtWorst(plan: CapacityPlan): JudgedSimulation {
  let choices = 0;
  const usual = simulate(plan, () => {
    choices++;
    return 0;
  });
  const pods = plan.planned.reduce((sum, one) => sum + one.steady.length + one.scaled.length + one.surge.length, 0);
  const runs = choices === 0 ? 0 : Math.max(3, Math.min(30, Math.floor(budget / (pods * plan.model.nodes.length + 1))));
  const others = Array.from({ length: runs }, (_, run) => simulate(plan, run === 0 ? last : pseudoRandom(run)));
  const all = [usual, ...others].toSorted((one, other) => badness(other) - badness(one));
  const worst = all[0]!;
  return {
    ...worst,
    certain: choices === 0,
    chance: all.some((one) => one.rolling.pending.length === 0) && worst.rolling.pending.length > 0,
  };
}

function badness({ steady, rolling }: Simulated): number {
  return steady.pending.length * 1e6 + rolling.pending.length;
}

/** Always picks the last: a waiting pod is tried again at once. */
const last: Choice = (alternatives) => alternatives - 1;

/** Picks that look like chance and are the same every time: the generator mulberry32. */
function pseudoRandom(seed: number): Choice {
  let state = seed;
  return (alternatives) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((again ^ (again >>> 14)) >>> 0) % alternatives;
  };
}
