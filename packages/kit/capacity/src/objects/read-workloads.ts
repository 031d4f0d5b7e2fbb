import { UserError, type Problem } from "@kit/errors";
import type * as v from "valibot";
import { autoscaler, cronJob, daemonSet, deployment, job, replicated } from "./object-schema.ts";
import { podTemplate } from "./pod-schema.ts";
import { readCustom } from "./read-custom.ts";
import { readAs, type ReadObject } from "./read-object.ts";
import { daemonSetSurge, deploymentRolling, noSurge } from "./surge.ts";
import type { PodCount, CapacityWorkload } from "./workload.ts";

type Read = Pick<CapacityWorkload, "template" | "pods"> & Partial<Pick<CapacityWorkload, "selector">>;
type Autoscaler = v.InferOutput<typeof autoscaler>;

/**
 * The objects of an environment that make pods, in their order, with the replicas that autoscalers give them.
 *
 * @throws UserError with all that is malformed in what is read of them.
 */
export function readWorkloads(environment: string, objects: readonly ReadObject[]): CapacityWorkload[] {
  const problems: Problem[] = [];
  const autoscalers = objects.filter(({ type }) => type === "autoscaling/HorizontalPodAutoscaler");
  const scaled = autoscalers.flatMap((object) => {
    const read = readAs(object, autoscaler, "spec", problems);
    return read === undefined ? [] : [[keyOf(object.namespace, read.scaleTargetRef), read] as const];
  });
  const byTarget = new Map(scaled);
  const workloads = objects.flatMap((object): CapacityWorkload[] => {
    const scaler = byTarget.get(keyOf(object.namespace, object));
    const read = readerOf(object.type)(object, scaler, problems);
    if (read === undefined) return [];
    const { kind, name, namespace, where } = object;
    return [{ environment, kind, name, namespace, where, selector: {}, ...read }];
  });
  UserError.throwIfAny(problems);
  return workloads;
}

type Reader = (object: ReadObject, scaler: Autoscaler | undefined, problems: Problem[]) => Read | undefined;

const readers: Readonly<Record<string, Reader>> = {
  "apps/Deployment": (object, scaler, problems) => {
    const read = readAs(object, deployment, "spec", problems);
    if (read === undefined) return undefined;
    const { replicas, strategy, template, selector } = read;
    const rolls = deploymentRolling(strategy.type, strategy.rollingUpdate);
    return { template, pods: { ...replicasOf(replicas, scaler), ...rolls }, selector: selector?.matchLabels ?? {} };
  },
  "apps/StatefulSet": readReplicated,
  "apps/ReplicaSet": readReplicated,
  "/ReplicationController": readReplicated,
  "apps/DaemonSet": (object, _, problems) => {
    const read = readAs(object, daemonSet, "spec", problems);
    if (read === undefined) return undefined;
    const { template, updateStrategy } = read;
    const surge = daemonSetSurge(updateStrategy.type, updateStrategy.rollingUpdate.maxSurge);
    return { template: toleratingNodeTroubles(template), pods: { when: "on each node", surge } };
  },
  "batch/Job": (object, _, problems) => {
    const read = readAs(object, job, "spec", problems);
    return read === undefined ? undefined : { template: read.template, pods: podsOfJob(read) };
  },
  "batch/CronJob": (object, _, problems) => {
    const read = readAs(object, cronJob, "spec", problems);
    if (read === undefined) return undefined;
    const { suspend, jobTemplate } = read;
    return { template: jobTemplate.spec.template, pods: podsOfJob({ ...jobTemplate.spec, suspend }) };
  },
  "/Pod": (object, _, problems) => {
    const template = readAs(object, podTemplate, undefined, problems);
    return template === undefined ? undefined : { template, pods: { ...replicasOf(1, undefined), ...fixed } };
  },
};

function readerOf(type: string): Reader {
  return Object.hasOwn(readers, type) ? readers[type]! : readScaledCustom;
}

/** An autoscaler scales a custom resource as it does a Deployment. */
function readScaledCustom(object: ReadObject, scaler: Autoscaler | undefined, problems: Problem[]): Read | undefined {
  const read = readCustom(object, problems);
  if (read === undefined || read.pods.when !== "always" || scaler === undefined) return read;
  const { steady, surge, rolling } = read.pods;
  return { ...read, pods: { ...replicasOf(steady, scaler), surge, rolling } };
}
/** Nothing replaces its pods. */
const fixed = { surge: noSurge, rolling: { way: "never" as const } };

function readReplicated(object: ReadObject, scaler: Autoscaler | undefined, problems: Problem[]): Read | undefined {
  const read = readAs(object, replicated, "spec", problems);
  if (read === undefined) return undefined;
  const isRolling = object.kind === "StatefulSet" && read.updateStrategy.type === "RollingUpdate";
  const rolls = isRolling ? { surge: noSurge, rolling: { way: "in order" as const } } : fixed;
  return { template: read.template, pods: { ...replicasOf(read.replicas, scaler), ...rolls } };
}

/** An autoscaler keeps the replicas in its range; it leaves a workload alone that was scaled to 0. */
function replicasOf(
  replicas: number,
  scaler: Autoscaler | undefined,
): Omit<PodCount & { when: "always" }, "surge" | "rolling"> {
  if (scaler === undefined || replicas === 0) return { when: "always", steady: replicas, most: replicas };
  const { minReplicas, maxReplicas } = scaler;
  return { when: "always", steady: Math.max(minReplicas, Math.min(replicas, maxReplicas)), most: maxReplicas };
}

function podsOfJob({ parallelism, completions, suspend }: v.InferOutput<typeof job>): PodCount {
  return { when: "at times", most: suspend ? 0 : Math.min(parallelism, completions ?? parallelism) };
}

// The DaemonSet controller adds these: pkg/controller/daemon/util/daemonset_util.go.
function toleratingNodeTroubles(template: CapacityWorkload["template"]): CapacityWorkload["template"] {
  const troubles = ["not-ready", "unreachable", "disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"];
  const added = troubles.map((name) => ({
    key: `node.kubernetes.io/${name}`,
    operator: "Exists",
    value: "",
    effect: "",
  }));
  return { ...template, spec: { ...template.spec, tolerations: [...template.spec.tolerations, ...added] } };
}

function keyOf(namespace: string, { kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${namespace}/${kind}/${name}`;
}
