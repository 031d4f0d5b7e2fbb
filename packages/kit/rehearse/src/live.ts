import { describeIdentity } from "@kit/kube";

/** An object as the API server has it, as far as it is read here. */
export interface Live {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly generation?: number;
    readonly labels?: Labels;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
}

type Labels = Readonly<Record<string, string>>;

export interface LiveService extends Live {
  readonly spec: { readonly selector?: Labels };
}

export interface LiveSlice extends Live {
  readonly endpoints?:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions?: { readonly ready?: boolean };
      }[]
    | null;
}

export interface LivePod extends Live {
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly Condition[];
  };
}

/** A Deployment, StatefulSet, DaemonSet or Job. */
export interface LiveWorkload extends Live {
  readonly spec: {
    readonly replicas?: number;
    readonly minReadySeconds?: number;
    readonly template: { readonly metadata?: { readonly labels?: Labels } };
    readonly strategy?: {
      readonly type?: string;
      readonly rollingUpdate?: { readonly maxUnavailable?: number | string; readonly maxSurge?: number | string };
    };
  };
  readonly status?: Readonly<Record<string, unknown>> & { readonly conditions?: readonly Condition[] };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** What a cluster has at one moment. */
export interface ClusterSnapshot {
  readonly services: readonly LiveService[];
  readonly slices: readonly LiveSlice[];
  readonly pods: readonly LivePod[];
  readonly workloads: readonly LiveWorkload[];
}

/** One thing that happened to an object. */
export interface WatchEvent {
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly object: Live;
}

/** When, in seconds since the start of what is rehearsed. */
export type TimedEvent = WatchEvent & { readonly at: number };

const workloadKinds = ["Deployment", "StatefulSet", "DaemonSet", "Job"];

export function isWorkload(object: Live): object is LiveWorkload {
  return workloadKinds.includes(object.kind);
}

export function isSlice(object: Live): object is LiveSlice {
  return object.kind === "EndpointSlice";
}

/**
 * `Deployment default/backend`: what a pod belongs to. Of a ReplicaSet it is the Deployment, whose name it begins with.
 */
export function ownerOf({ metadata: { name, namespace, labels, ownerReferences } }: LivePod): string {
  const [owner] = ownerReferences ?? [];
  if (owner === undefined) return `Pod ${namespace}/${name}`;
  const hash = labels?.["pod-template-hash"];
  const ofDeployment = owner.kind === "ReplicaSet" && hash !== undefined && owner.name.endsWith(`-${hash}`);
  if (!ofDeployment) return describeIdentity({ ...owner, namespace });
  return `Deployment ${namespace}/${owner.name.slice(0, -hash.length - 1)}`;
}

/** Whether a pod is not on a node yet, and not on its way out either. */
export function isPending({ metadata, status }: LivePod): boolean {
  return (status?.phase ?? "Pending") === "Pending" && metadata.deletionTimestamp === undefined;
}

/** Whether a workload is as its object wants it: all pods new, and available; a Job's done. */
export function isRolledOut({ kind, metadata: { generation = 0 }, spec, status = {} }: LiveWorkload): boolean {
  const amount = (name: string): number => Number(status[name] ?? 0);
  if (kind === "Job") {
    const ends = ["Complete", "Suspended"];
    return status.conditions?.some(({ type, status: met }) => ends.includes(type) && met === "True") ?? false;
  }
  if (amount("observedGeneration") < generation) return false;
  if (kind === "DaemonSet") {
    const wanted = amount("desiredNumberScheduled");
    return amount("updatedNumberScheduled") === wanted && amount("numberAvailable") === wanted;
  }
  const counts = kind === "Deployment" ? ["replicas", "updatedReplicas"] : ["updatedReplicas"];
  return [...counts, "availableReplicas"].every((name) => amount(name) === (spec.replicas ?? 1));
}
