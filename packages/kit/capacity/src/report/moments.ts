import { addSums, judged, sumOf, type Sum } from "../amounts.ts";
import type { Wish } from "../scheduler/schedule.ts";
import type { CapacityPlan, Planned } from "./plan.ts";
import type { Moment } from "./report.ts";
import { rollOne, type Simulated } from "./simulate.ts";

/** What is requested when nothing happens, when all has scaled up, when one service rolls, and when all do. */
export function momentsOf(plan: CapacityPlan, simulated: Simulated, available: Sum): Moment[] {
  const { planned } = plan;
  const steady = planned.flatMap((one) => one.steady);
  const scaled = [...steady, ...planned.flatMap((one) => one.scaled)];
  const rolling = [...scaled, ...planned.flatMap((one) => one.surge)];
  const moment = (when: Moment["when"], wishes: readonly Wish[], pending: number): Moment => ({
    when,
    pods: wishes.length,
    requests: requestsOf(plan, wishes),
    pending,
  });
  const worst = worstOf(plan, simulated, available);
  return [
    moment("steady", steady, simulated.steady.pending.length),
    ...(scaled.length > steady.length ? [moment("scaled up", scaled, simulated.scaled.pending.length)] : []),
    ...(worst === undefined
      ? []
      : [{ ...moment("one rolls", [...scaled, ...worst.one.surge], worst.pending), service: worst.one.title }]),
    moment("all roll", rolling, simulated.rolling.pending.length),
  ];
}

function requestsOf({ model }: CapacityPlan, wishes: readonly Wish[]): Sum {
  return addSums(wishes.map(({ shape }) => sumOf(model.shapes[shape]!.shape.requests)));
}

/** The service whose rolling alone leaves the most pods without a node, else the one that requests most for it. */
function worstOf(
  plan: CapacityPlan,
  simulated: Simulated,
  available: Sum,
): { readonly one: Planned; readonly pending: number } | undefined {
  const share = (one: Planned): number => {
    const requests = requestsOf(plan, one.surge);
    return Math.max(...judged.map((resource) => requests[resource] / Math.max(1, available[resource])));
  };
  const rolling = plan.planned.filter(({ surge }) => surge.length > 0);
  // Where all can roll at once, each can by itself.
  const pendingOf = (one: Planned): number =>
    simulated.rolling.pending.length === 0 ? 0 : rollOne(plan, simulated, one).pending.length;
  const judgedOnes = rolling.map((one) => ({ one, pending: pendingOf(one), share: share(one) }));
  return judgedOnes.toSorted((a, b) => b.pending - a.pending || b.share - a.share)[0];
}
