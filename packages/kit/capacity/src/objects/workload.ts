import type { ParsedPodTemplate } from "./pod-schema.ts";

/** An object that makes pods. */
export interface CapacityWorkload {
  readonly environment: string;
  /** How many times its environment is there, of which this is one. Default: 1. */
  readonly copies?: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly where: string;
  readonly template: ParsedPodTemplate;
  readonly pods: PodCount;
  /** Whether its pods name a RuntimeClass that no object is. */
  readonly runtimeUnknown?: boolean;
  /** Labels by which its owner knows its pods, for the default spreading. */
  readonly selector: Readonly<Record<string, string>>;
}

/** How many pods a workload has, and when. */
export type PodCount =
  /** Pods that stay: `steady` of them, `most` when an autoscaler has scaled it up; `surge` tells how many more roll. */
  | {
      readonly when: "always";
      readonly steady: number;
      readonly most: number;
      readonly surge: Surge;
      readonly rolling: Rolling;
    }
  /** One on each node that takes it. */
  | { readonly when: "on each node"; readonly surge: Surge }
  /** Pods of a Job, which end. */
  | { readonly when: "at times"; readonly most: number };

/** How many pods more than its replicas a workload has while it rolls. */
export type Surge = (replicas: number) => number;

/** How a workload replaces its pods. */
export type Rolling =
  /** `unavailable`: how many of its replicas may be away meanwhile. */
  | { readonly way: "step by step"; readonly unavailable: Surge }
  /** All are stopped before new ones start. */
  | { readonly way: "at once" }
  /** One after the other, the new one in the old one's place: a StatefulSet. */
  | { readonly way: "in order" }
  | { readonly way: "never" };

/** How tables name a workload: by its name, with its kind where it is not a Deployment. */
export function titleOf({ kind, name }: Pick<CapacityWorkload, "kind" | "name">): string {
  return kind === "Deployment" ? name : `${name} (${kind})`;
}
