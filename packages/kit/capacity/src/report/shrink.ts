import { judged, sumOf, type Sum } from "../amounts.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import type { Shrink, Usage } from "./report.ts";
import { withFewerReplicas, withRequests } from "./smaller-plan.ts";
import { simulateAtWorst, type Simulated } from "./simulate.ts";
import { allowed } from "./usage.ts";

const mebibyte = 1024 * 1024;
/** So many suggestions are made of each kind: a reader chooses among few. */
const shown = 4;
/** So many of the greatest services are tried; more would take long and help nobody. */
const tried = 5;

/** Services to make smaller so that the limits are within the target: the greatest first, each enough by itself. */
export function shrinkLimits(
  { planned }: CapacityPlan,
  usage: Readonly<Record<keyof Sum, Usage>>,
  target: number,
): Shrink[] {
  return judged.flatMap((resource): Shrink[] => {
    const { available, limits: total, within } = usage[resource];
    if (within) return [];
    const excess = total - allowed(available, target);
    const greatest = byTotal(planned, ({ workload }) => podLimits(workload.template.spec).limits[resource]);
    return greatest.flatMap((one) => lessOf(one, resource, excess)).slice(0, shown);
  });
}

/** A lower limit for each pod, or fewer replicas. */
function lessOf({ title, workload, steady }: Planned, resource: keyof Sum, excess: number): Shrink[] {
  const { limits, unlimited } = podLimits(workload.template.spec);
  const from = limits[resource];
  const to = roundDown(resource, from - excess / steady.length);
  const replicas = steady.length - Math.ceil(excess / from);
  const service = { fixes: "target" as const, service: title };
  return [
    ...(to > 0 && !unlimited.includes(resource) ? [{ ...service, what: `${resource} limit` as const, from, to }] : []),
    ...(replicas > 0 && workload.pods.when === "always"
      ? [{ ...service, what: "replicas" as const, from: steady.length, to: replicas }]
      : []),
  ];
}

/** Services to make smaller so that all pods find a node, tried out: the greatest first, each enough by itself. */
export function shrinkRequests(plan: CapacityPlan, simulated: Simulated): Shrink[] {
  const short = judged.filter((resource) =>
    simulated.rolling.pending.some(({ reasons }) =>
      [...reasons.keys()].some((reason) => reason.startsWith("has not enough") && reason.includes(resource)),
    ),
  );
  const requests = ({ shape }: Planned): Sum => sumOf(plan.model.shapes[shape]!.shape.requests);
  const greatest = byTotal(plan.planned, (one) => {
    const { cpu, memory } = requests(one);
    return short.includes("cpu") || short.length === 0 ? cpu : memory;
  });
  return greatest
    .slice(0, tried)
    .flatMap((one): Shrink[] => [
      ...short.flatMap((resource): Shrink[] => {
        const from = requests(one)[resource];
        const to = largestThatFits(plan, one, resource, from);
        return to === undefined ? [] : [{ fixes: "fit", service: one.title, what: `${resource} request`, from, to }];
      }),
      ...fewerReplicas(plan, one),
    ])
    .slice(0, shown);
}

/** By bisection, to a step of one CPU thousandth or one Mi. */
function largestThatFits(plan: CapacityPlan, one: Planned, resource: keyof Sum, from: number): number | undefined {
  const step = resource === "cpu" ? 1 : mebibyte;
  let fits = 0;
  let tooMuch = Math.ceil(from / step);
  if (!placesAll(withRequests(plan, one, resource, step))) return undefined;
  fits = 1;
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (placesAll(withRequests(plan, one, resource, middle * step))) fits = middle;
    else tooMuch = middle;
  }
  return fits * step;
}

function fewerReplicas(plan: CapacityPlan, one: Planned): Shrink[] {
  const { pods } = one.workload;
  if (pods.when !== "always") return [];
  const counts = Array.from({ length: Math.min(tried, pods.most - 1) }, (_, less) => pods.most - 1 - less);
  const to = counts.find((count) => placesAll(withFewerReplicas(plan, one, count)));
  return to === undefined ? [] : [{ fixes: "fit", service: one.title, what: "replicas", from: pods.most, to }];
}

function placesAll(plan: CapacityPlan): boolean {
  return simulateAtWorst(plan).rolling.pending.length === 0;
}

function byTotal(planned: readonly Planned[], perPod: (one: Planned) => number): Planned[] {
  const total = (one: Planned): number => perPod(one) * one.steady.length;
  // One of several copies cannot be made smaller by itself; how many there may be, a note says.
  return planned
    .filter((one) => (one.workload.copies ?? 1) === 1 && total(one) > 0)
    .toSorted((one, other) => total(other) - total(one));
}

function roundDown(resource: keyof Sum, amount: number): number {
  const step = resource === "cpu" ? 1 : mebibyte;
  return Math.floor(amount / step) * step;
}
