import type { Amounts } from "../amounts.ts";
import type { CapacityPlan } from "./plan.ts";

/** Every node has it, and how much is nobody's concern until it runs out: a cluster need not state it. */
const often = "ephemeral-storage";

/** The plan without requests of ephemeral storage, where the cluster does not state how much its nodes have. */
export function statedOnly(plan: CapacityPlan): { readonly plan: CapacityPlan; readonly unjudged: readonly string[] } {
  const { model, planned } = plan;
  if (model.nodes.some(({ allocatable }) => often in allocatable)) return { plan, unjudged: [] };
  const titles = planned.filter(({ shape }) => often in model.shapes[shape]!.shape.requests).map(({ title }) => title);
  if (titles.length === 0) return { plan, unjudged: [] };
  const shapes = model.shapes.map((one) => ({
    ...one,
    shape: { ...one.shape, requests: without(one.shape.requests, often) },
  }));
  const note = `the cluster does not state the ${often} of its nodes, so what is requested of it is not judged: ${[...new Set(titles)].join(", ")}`;
  return { plan: { model: { ...model, shapes }, planned }, unjudged: [note] };
}

function without({ ...amounts }: Record<string, number>, name: string): Amounts {
  delete amounts[name];
  return amounts;
}
