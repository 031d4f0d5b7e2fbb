import type { Sum } from "../amounts.ts";

/** Whether environments fit their clusters. CPU is in thousandths of a CPU, memory in bytes, shares in percent. */
export interface CapacityReport {
  /** Every cluster is. */
  readonly ok: boolean;
  readonly clusters: readonly ClusterReport[];
}

export interface ClusterReport {
  readonly id: string;
  /** Within the target, and fits also while it rolls. */
  readonly ok: boolean;
  readonly withinTarget: boolean;
  readonly fits: boolean;
  /** The environments that share it. */
  readonly environments: readonly EnvironmentReport[];
  readonly total: Totals;
  readonly usage: Readonly<Record<keyof Sum, Usage>>;
  /** The share of the available capacity that the limits may take. */
  readonly target: number;
  /** What is requested when; the last is the one that is judged. */
  readonly moments: readonly Moment[];
  /** Where the pods of the last moment are. */
  readonly nodes: readonly NodeReport[];
  /** Whether they are there in any case, but for nodes that are alike; else equally good places are not shown. */
  readonly certain: boolean;
  readonly pending: readonly PendingReport[];
  /** Pods that find a node only after others have ended, while all roll: old ones of a rollout, or those of a job. */
  readonly waiting: readonly WaitingReport[];
  /** The largest pods of which one more fits beside all that; none of them is the largest in every resource. */
  readonly largestPods: readonly (Sum & { readonly node: string })[];
  readonly more: readonly More[];
  /** What to make smaller, where something does not fit. Each is enough by itself. */
  readonly shrink: readonly Shrink[];
  readonly notes: readonly string[];
}

export interface EnvironmentReport {
  readonly id: string;
  /** How many times it is counted: a preview, by its `max`. Left out where it is once. */
  readonly copies?: number;
  readonly services: readonly ServiceReport[];
  readonly total: Totals;
}

export interface Totals {
  readonly pods: number;
  readonly requests: Sum;
  readonly limits: Sum;
}

export interface ServiceReport extends Totals {
  /** The workload's name, with its kind where it is not a Deployment. */
  readonly name: string;
  readonly perPod: { readonly requests: Sum; readonly limits: Sum };
  /** Resources that a container has no limit for: its request counts in the limit's place. */
  readonly unlimited: readonly (keyof Sum)[];
}

export interface Usage {
  /** All that the nodes have. */
  readonly capacity: number;
  /** The system's part of it. */
  readonly reserved: number;
  readonly available: number;
  readonly limits: number;
  /** The limits' share of what is available. */
  readonly percent: number;
  readonly within: boolean;
}

export interface Moment {
  readonly when: "steady" | "scaled up" | "one rolls" | "all roll";
  /** The service that rolls. */
  readonly service?: string;
  readonly pods: number;
  readonly requests: Sum;
  /** Pods that find no node. */
  readonly pending: number;
}

export interface NodeReport {
  readonly name: string;
  readonly pods: number;
  readonly mostPods: number;
  readonly requests: Sum;
  readonly allocatable: Sum;
  /** Pods by service. */
  readonly services: Readonly<Record<string, number>>;
}

export interface PendingReport {
  readonly service: string;
  readonly pods: number;
  readonly when: "steady" | "all roll";
  /** How many nodes refuse them, by the reason: `has not enough cpu`. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface WaitingReport {
  readonly service: string;
  readonly pods: number;
  /** How many seconds a pod that ends may hold its place: the longest `terminationGracePeriodSeconds` of what rolls. */
  readonly seconds: number;
}

export interface More {
  readonly service: string;
  /** How many replicas more find a node, also while all roll; `enough` stands for more. */
  readonly fit: number;
  /** How many replicas more the target allows. */
  readonly withinTarget: number;
}

/** More replicas than this are not counted. */
export const enough = 100;

export interface Shrink {
  /** What it fixes: the limits' share of the capacity, or that pods find no node. */
  readonly fixes: "target" | "fit";
  readonly service: string;
  readonly what: "cpu limit" | "memory limit" | "cpu request" | "memory request" | "replicas";
  readonly from: number;
  /** The most that is small enough. */
  readonly to: number;
}
