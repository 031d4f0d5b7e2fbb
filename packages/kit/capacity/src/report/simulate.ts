import { first, schedule, type Choice, type Pending, type Wish } from "../scheduler/schedule.ts";
import { copyState, emptyState, type State } from "../scheduler/state.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import { rollOut } from "./roll-out.ts";

/** Where the pods are at one moment. */
export interface Placed {
  readonly state: State;
  /** All pods that find no node, also after others have gone. */
  readonly pending: readonly Pending[];
  /** Those that find one after others have gone: old pods of rollouts, jobs that are done. */
  readonly waiting: readonly Pending[];
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
function simulate({ model, planned }: CapacityPlan, choice: Choice, rollChoice = choice): Simulated {
  const next = (before: Pick<Placed, "state" | "pending">, wishes: readonly Wish[]): Placed => {
    const state = copyState(before.state);
    return { state, pending: schedule(model, state, [...before.pending, ...wishes], choice), waiting: [] };
  };
  const part = (name: "steady" | "scaled" | "surge", of = planned): Wish[] => of.flatMap((one) => one[name]);
  const steady = next({ state: emptyState(model), pending: [] }, part("steady"));
  const scaled = next(steady, part("scaled"));
  const rolling = next(scaled, part("surge"));
  if (rolling.pending.length === 0) return { steady, scaled, rolling };
  const jobs = planned.filter(isJob);
  const staying = next(
    steady,
    part(
      "scaled",
      planned.filter((one) => !isJob(one)),
    ),
  );
  const stuck = jobsStuck(model, staying.state, jobs, rollChoice);
  const scaledPending = [...staying.pending, ...stuck];
  // Where some pods have no place for good, rolling tells nothing more.
  const isStuck = staying.pending.length > 0;
  const left = isStuck ? rolling.pending : [...rollOut(model, staying, planned, rollChoice), ...stuck];
  return {
    steady,
    scaled: { ...scaled, pending: scaledPending, waiting: without(scaled.pending, scaledPending) },
    rolling: { ...rolling, pending: left, waiting: without(rolling.pending, left) },
  };
}

function without(all: readonly Pending[], lasting: readonly Pending[]): readonly Pending[] {
  return all.length > lasting.length ? all.filter(({ shape }) => !lasting.some((one) => one.shape === shape)) : [];
}

function isJob({ workload }: Planned): boolean {
  return workload.pods.when === "at times";
}

/** Jobs end, so that their pods take turns: one that finds a node by itself does sooner or later. */
function jobsStuck(model: CapacityPlan["model"], before: State, jobs: readonly Planned[], choice: Choice): Pending[] {
  return jobs.flatMap(({ scaled }) =>
    scaled.slice(0, 1).flatMap((wish) => {
      const state = copyState(before);
      return schedule(model, state, [wish], choice).length === 0 ? [] : schedule(model, state, scaled, choice);
    }),
  );
}

/** One Deployment rolls while the others do not. */
export function rollOne({ model }: CapacityPlan, { scaled }: Simulated, one: Planned): Placed {
  const state = copyState(scaled.state);
  const pending = schedule(model, state, [...scaled.pending, ...one.surge]);
  if (pending.length === 0) return { state, pending, waiting: [] };
  const left = scaled.pending.length > 0 ? pending : rollOut(model, scaled, [one], first);
  return { state, pending: left, waiting: without(pending, left) };
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
  let [choices, rollChoices] = [0, 0];
  const usual = simulate(
    plan,
    () => {
      choices++;
      return 0;
    },
    () => {
      rollChoices++;
      return 0;
    },
  );
  const pods = plan.planned.reduce((sum, one) => sum + one.steady.length + one.scaled.length + one.surge.length, 0);
  const runs =
    choices + rollChoices === 0
      ? 0
      : Math.max(3, Math.min(30, Math.floor(budget / (pods * plan.model.nodes.length + 1))));
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
