import { groupOf } from "@kit/schema";

/** The way through an object's fields, such as `["spec", "template"]`. */
export type FieldPath = readonly string[];

/** Where the objects of a kind have what they say of the pods that they make. */
export interface WorkloadKind {
  /** The pod template; of a Pod the object itself. */
  readonly template: FieldPath;
  /** How many pods there are to be; undefined where the object does not say it. */
  readonly replicas?: FieldPath;
  /** Which pods are its own: a label selector, or a map of labels. Undefined where its controller makes one. */
  readonly selector?: FieldPath;
  /** Whether pods that run are replaced when the template changes. */
  readonly rolls: boolean;
  /** Whether it has pods only now and then: a Job, or what makes Jobs. */
  readonly ends?: true;
  /** Whether its controller completes the template with what only it knows, so that it is no pod's by itself. */
  readonly isCompleted?: true;
}

const template = ["spec", "template"];
const replicas = ["spec", "replicas"];
const selector = ["spec", "selector"];

const scaled: WorkloadKind = { template, replicas, selector, rolls: true };
const held: WorkloadKind = { ...scaled, rolls: false };
const onNodes: WorkloadKind = { template, selector, rolls: true };
const job: WorkloadKind = { template, rolls: false, ends: true };

/** The kinds of Kubernetes' own that make pods. A PodTemplate makes none, and nothing uses it. */
const own: Readonly<Record<string, WorkloadKind>> = {
  "/Pod": { template: [], rolls: false },
  "/ReplicationController": held,
  "apps/DaemonSet": onNodes,
  "apps/Deployment": scaled,
  "apps/ReplicaSet": held,
  "apps/StatefulSet": scaled,
  "batch/CronJob": { template: ["spec", "jobTemplate", "spec", "template"], rolls: false, ends: true },
  "batch/Job": job,
};

/** Those of public projects, as their definitions have them. */
const ofProjects: Readonly<Record<string, WorkloadKind>> = {
  "apps.kruise.io/CloneSet": scaled,
  "apps.kruise.io/DaemonSet": onNodes,
  "apps.kruise.io/StatefulSet": scaled,
  "apps.openshift.io/DeploymentConfig": scaled,
  "argoproj.io/Rollout": scaled,
  "keda.sh/ScaledJob": { template: ["spec", "jobTargetRef", "template"], rolls: false, ends: true },
  // Its autoscaler decides how many there are, and a Configuration makes the Revisions.
  "serving.knative.dev/Configuration": { template, rolls: true, isCompleted: true },
  "serving.knative.dev/Revision": { template: [], rolls: false, isCompleted: true },
  "serving.knative.dev/Service": { template, rolls: true, isCompleted: true },
};

let declared: ReadonlyMap<string, WorkloadKind> = new Map();

/**
 * Has everything know kinds that a repository declares to be workloads, for the time of this process; what it declares of a
 * kind holds before what is known here.
 *
 * @param kinds By group and kind, such as `example.com/Shop`.
 */
export function useWorkloadKinds(kinds: ReadonlyMap<string, WorkloadKind>): void {
  declared = kinds;
}

/** What is known of a kind that makes pods; undefined of all others, and of custom resources that nobody describes. */
export function workloadKindOf(apiVersion: string, kind: string): WorkloadKind | undefined {
  const key = `${groupOf(apiVersion)}/${kind}`;
  if (Object.hasOwn(own, key)) return own[key];
  return declared.get(key) ?? (Object.hasOwn(ofProjects, key) ? ofProjects[key] : undefined);
}
