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
  readonly spec: {
    readonly selector?: Labels;
    readonly ports?: readonly { readonly name?: string; readonly port: number; readonly protocol?: string }[];
  };
}

export interface LiveSlice extends Live {
  /** None where the pods have no container with the port that the Service names. */
  readonly ports?: readonly { readonly name?: string; readonly protocol?: string }[] | null;
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
    /** Of a Deployment. */
    readonly paused?: boolean;
    /** Of a StatefulSet or a DaemonSet. */
    readonly updateStrategy?: { readonly type?: string; readonly rollingUpdate?: { readonly partition?: number } };
    readonly ordinals?: { readonly start?: number };
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

/**
 * Whether a workload is as its object wants it: all pods available, and new where they are to be; a Job's done. Pods that
 * wait for somebody stay as they are: those below a partition, of `OnDelete`, of a Deployment that is paused.
 */
export function isRolledOut({ kind, metadata: { generation = 0 }, spec, status = {} }: LiveWorkload): boolean {
  const amount = (name: string): number => Number(status[name] ?? 0);
  if (kind === "Job") {
    const ends = ["Complete", "Suspended"];
    return status.conditions?.some(({ type, status: met }) => ends.includes(type) && met === "True") ?? false;
  }
  if (amount("observedGeneration") < generation) return false;
  const waits = spec.updateStrategy?.type === "OnDelete";
  if (kind === "DaemonSet") {
    const wanted = amount("desiredNumberScheduled");
    return (waits || amount("updatedNumberScheduled") === wanted) && amount("numberAvailable") === wanted;
  }
  const { replicas = 1 } = spec;
  if (kind === "Deployment") {
    // One that is paused from the beginning makes no pods.
    if (spec.paused === true) return amount("availableReplicas") === amount("replicas");
    return ["replicas", "updatedReplicas", "availableReplicas"].every((name) => amount(name) === replicas);
  }
  // After a rollback the pods below the partition are of the revision that is wanted, and count as updated.
  const wanted = status["currentRevision"] === status["updateRevision"] ? replicas : rollingReplicas(spec);
  const isNew = waits || amount("updatedReplicas") >= wanted;
  return isNew && amount("replicas") === replicas && amount("availableReplicas") === replicas;
}

/** How many pods of a StatefulSet are to be new: those whose ordinal is not below the partition. */
function rollingReplicas({ replicas = 1, updateStrategy, ordinals }: LiveWorkload["spec"]): number {
  const below = (updateStrategy?.rollingUpdate?.partition ?? 0) - (ordinals?.start ?? 0);
  return Math.max(0, replicas - Math.max(0, below));
}
