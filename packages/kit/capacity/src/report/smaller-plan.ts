import type { Sum } from "../amounts.ts";
import type { CapacityPlan, Planned } from "./plan.ts";

/** The plan with another request of one resource by each pod of a workload. */
export function withRequests(
  { model, planned }: CapacityPlan,
  { shape }: Planned,
  resource: keyof Sum,
  request: number,
): CapacityPlan {
  const shapes = model.shapes.map((one, index) => {
    if (index !== shape && index !== shape + 1) return one;
    const { requests, scored } = one.shape;
    const smaller = { requests: { ...requests, [resource]: request }, scored: { ...scored, [resource]: request } };
    return { ...one, shape: { ...one.shape, ...smaller } };
  });
  return { model: { ...model, shapes }, planned };
}

/** The plan with fewer replicas of a workload, also at its autoscaler's maximum. */
export function withFewerReplicas(
  { model, planned }: CapacityPlan,
  { workload, shape }: Planned,
  replicas: number,
): CapacityPlan {
  const { pods } = workload;
  if (pods.when !== "always") return { model, planned };
  const fewer = planned.map((one) => {
    if (one.shape !== shape) return one;
    const steady = one.steady.slice(0, replicas);
    const scaled = one.scaled.slice(0, replicas - steady.length);
    return { ...one, steady, scaled, surge: one.surge.slice(0, pods.surge(replicas)) };
  });
  return { model, planned: fewer };
}
