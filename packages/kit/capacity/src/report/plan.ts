import type { ReadEnvironment } from "../objects/read-environment.ts";
import { titleOf, type CapacityWorkload } from "../objects/workload.ts";
import { modelOf, type Model } from "../scheduler/model.ts";
import type { ClusterNode } from "../scheduler/nodes.ts";
import type { Wish } from "../scheduler/schedule.ts";
import type { Labels } from "@kit/model";
import { shapeOf, type PodShape } from "../scheduler/shape.ts";

/** The pods of a workload, as wishes for the scheduler. */
export interface Planned {
  readonly workload: CapacityWorkload;
  /** Its name, and its environment's where several share the cluster. */
  readonly title: string;
  /** The number of the shape of its pods. */
  readonly shape: number;
  readonly steady: readonly Wish[];
  /** Pods more than those when autoscalers are at their maxima and jobs run. */
  readonly scaled: readonly Wish[];
  /** Pods more than all those while it rolls. */
  readonly surge: readonly Wish[];
}

/** The pods of all environments of a cluster. */
export interface CapacityPlan {
  readonly model: Model;
  readonly planned: readonly Planned[];
}

/** Names the revision of a Deployment's pods: the label by which Kubernetes tells them apart. */
const revision = "pod-template-hash";

export function planOf(nodes: readonly ClusterNode[], environments: readonly ReadEnvironment[]): CapacityPlan {
  const workloads = environments.flatMap((environment) =>
    environment.workloads.map((workload) => ({ workload, environment })),
  );
  // Two shapes for each workload: its pods as they are, and those that replace them.
  const shapes = workloads.flatMap(({ workload, environment }) => [
    revisionOf(workload, environment, "now"),
    revisionOf(workload, environment, "next"),
  ]);
  const namespaces = new Map(environments.flatMap((environment) => [...environment.namespaces]));
  const model = modelOf(nodes, shapes, namespaces);
  const shared = new Set(environments.map(({ id }) => id)).size > 1;
  const planned = workloads.map(({ workload }, index) => {
    const title = titleOf(workload);
    const eligible = nodes.flatMap((_, node) => (model.shapes[2 * index]!.keptAway[node] === undefined ? [node] : []));
    return {
      workload,
      title: shared ? `${title} in ${workload.environment}` : title,
      shape: 2 * index,
      ...wishesOf(workload, 2 * index, eligible),
    };
  });
  return { model, planned };
}

function wishesOf(
  { pods }: CapacityWorkload,
  now: number,
  eligible: readonly number[],
): Pick<Planned, "steady" | "scaled" | "surge"> {
  const next = now + 1;
  if (pods.when === "at times") return { steady: [], scaled: some(pods.most, now), surge: [] };
  if (pods.when === "on each node") {
    const steady = eligible.map((pinned) => ({ shape: now, pinned }));
    const surge = eligible.slice(0, pods.surge(eligible.length)).map((pinned) => ({ shape: next, pinned }));
    return { steady, scaled: [], surge };
  }
  return {
    steady: some(pods.steady, now),
    scaled: some(Math.max(0, pods.most - pods.steady), now),
    surge: some(pods.surge(pods.most), next),
  };
}

function some(count: number, shape: number): Wish[] {
  return Array.from({ length: count }, () => ({ shape }));
}

function revisionOf(workload: CapacityWorkload, environment: ReadEnvironment, name: string): PodShape {
  const { template, namespace, kind, selector } = workload;
  const own = kind === "Deployment" ? { [revision]: name } : {};
  const labels: Labels = { ...template.metadata.labels, ...own };
  const services = environment.services.filter(
    (service) =>
      service.namespace === namespace &&
      Object.keys(service.selector).length > 0 &&
      Object.entries(service.selector).every(([key, value]) => labels[key] === value),
  );
  const siblings = Object.assign({}, ...services.map((service) => service.selector), selector, own) as Labels;
  const priority = template.spec.priority ?? environment.priorities.get(template.spec.priorityClassName) ?? 0;
  return shapeOf(template, { name: titleOf(workload), namespace, labels, siblings, priority });
}
