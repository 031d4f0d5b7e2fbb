import { judged, minus, sumOf, type Sum } from "../amounts.ts";
import { podLimits } from "../objects/pod-amounts.ts";
import { first, scheduleOne } from "../scheduler/schedule.ts";
import { copyState, type State } from "../scheduler/state.ts";
import { untolerated } from "../scheduler/taints.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import { enough, type ClusterReport, type More, type NodeReport, type Usage } from "./report.ts";
import { allowed } from "./usage.ts";

/** Where the pods of a state are. */
export function nodeReports({ model, planned }: CapacityPlan, state: State): NodeReport[] {
  return model.nodes.map((node, index) => {
    const { requested, pods, counts } = state[index]!;
    const services = new Map<string, number>();
    for (const { title, shape } of planned) {
      const count = counts[shape]! + counts[shape + 1]!;
      if (count > 0) services.set(title, (services.get(title) ?? 0) + count);
    }
    return {
      name: node.name,
      pods,
      mostPods: node.pods,
      requests: sumOf(requested),
      allocatable: sumOf(node.allocatable),
      services: Object.fromEntries(services),
    };
  });
}

/** The largest pods of which one more fits in a state, on a node that takes pods without tolerations. */
export function largestPods({ model: { nodes } }: CapacityPlan, state: State): ClusterReport["largestPods"] {
  const free = nodes.flatMap(({ name, taints, allocatable, pods }, index) => {
    const on = state[index]!;
    const open = on.pods < pods && untolerated(taints, [], ["NoSchedule", "NoExecute"]).length === 0;
    return open ? [{ node: name, ...minus(sumOf(allocatable), sumOf(on.requested)) }] : [];
  });
  // Of equal ones the first stays.
  return free.filter(
    (one, index) =>
      !free.some((other, at) => at !== index && covers(other, one) && (at < index || !covers(one, other))),
  );
}

function covers(one: Sum, other: Sum): boolean {
  return judged.every((resource) => one[resource] >= other[resource]);
}

/** How many replicas more of each service find a node in a state and are within the target, each by itself. */
export function moreOf(
  plan: CapacityPlan,
  state: State,
  target: number,
  usage: Readonly<Record<keyof Sum, Usage>>,
): More[] {
  return plan.planned.flatMap((one, index): More[] => {
    const { pods, template } = one.workload;
    // Of copies the first speaks for all.
    const isFirst = plan.planned.findIndex(({ title }) => title === one.title) === index;
    if (pods.when !== "always" || !isFirst) return [];
    const { limits } = podLimits(template.spec);
    const counts = judged.map((resource) => {
      const left = allowed(usage[resource].available, target) - usage[resource].limits;
      return left < 0 ? 0 : Math.min(enough, Math.floor(left / limits[resource]));
    });
    // With no limit at all the target allows any number: 0 / 0 is not a rest, so it is enough.
    const withinTarget = Math.min(...counts.map((count) => (Number.isNaN(count) ? enough : count)));
    return [{ service: one.title, fit: replicasThatFit(plan, state, one, pods), withinTarget }];
  });
}

/** A replica more is one pod, and where `maxSurge` is a percentage now and then one more while it rolls. */
function replicasThatFit(
  { model }: CapacityPlan,
  state: State,
  { shape }: Planned,
  { most, surge }: Extract<Planned["workload"]["pods"], { when: "always" }>,
): number {
  const surplus = (more: number): number => surge(most + more) - surge(most);
  const trial = copyState(state);
  let placed = 0;
  while (placed < enough + surplus(enough) && scheduleOne(model, trial, { shape }, first) === undefined) placed++;
  let more = Math.min(placed, enough);
  while (more > 0 && more + surplus(more) > placed) more--;
  return more;
}
