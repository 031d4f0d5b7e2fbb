import type { Amounts, Sum } from "../amounts.ts";
import { podRequests, scoredRequests } from "../objects/pod-amounts.ts";
import type { ParsedPodTemplate } from "../objects/pod-schema.ts";
import type { Labels } from "@kit/model";

/** Pods that are all alike to the scheduler: the replicas of one revision of a workload. */
export interface PodShape {
  /** How messages name the pods: that of the workload. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly spec: ParsedPodTemplate["spec"];
  readonly requests: Amounts;
  /** What the scores count: more than the requests where a container has none. */
  readonly scored: Sum;
  readonly priority: number;
  /** Selects the pods that it is spread from by default: those of its Services and of its owner. */
  readonly siblings: Labels;
}

/** Taken from the template of a workload. */
export function shapeOf(
  template: ParsedPodTemplate,
  identity: Pick<PodShape, "name" | "namespace"> & Partial<Pick<PodShape, "labels" | "priority" | "siblings">>,
): PodShape {
  const { spec } = template;
  return {
    labels: template.metadata.labels,
    priority: spec.priority ?? 0,
    siblings: {},
    ...identity,
    spec,
    requests: podRequests(spec),
    scored: scoredRequests(spec),
  };
}
