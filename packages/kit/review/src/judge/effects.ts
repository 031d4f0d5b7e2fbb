import {
  at,
  identityKey,
  listOf,
  type Loose,
  type PodChange,
  type PodReference,
  type Reference,
  rollout,
  statedReplicas,
  workloadOf,
} from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import { listAt, scalarText, textAt } from "../data.ts";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskContext } from "./define-risk.ts";
import { podSpecOf, templateOf } from "./pods.ts";
import { isVolume } from "./references.ts";
import { usersOf } from "./users.ts";

/** What a change does to what runs, in words. */
export function effectsOf(change: ObjectChange, context: RiskContext): readonly string[] {
  const { op, refused, before, after } = change;
  if (refused !== undefined) return ["nothing happens to it: the API server refuses it"];
  if (op === "added") return [templateOf(after) === undefined ? "restarts nothing" : startsOf(change)];
  if (op === "removed" && context.keeps(change.id, before) !== undefined) return ["stays in the cluster as it is"];
  if (op === "removed") return [templateOf(before) === undefined ? "restarts nothing" : stopsOf(change)];
  if (op === "renamed") {
    const isKept = context.keeps(change.previous ?? change.id, before) !== undefined;
    return [
      isKept ? "the old one stays, and a new one is made" : "the old one is deleted, and a new one is made",
      ...readersOf(change, context),
    ];
  }
  const effects = [...rollsOf(change, context.after), ...scalesOf(change), ...readersOf(change, context)];
  return effects.length === 0 ? ["restarts nothing"] : effects;
}

/** Whether a change of a workload makes new pods, and the fields that are asked about have a part in it. */
function replacesPods(change: ObjectChange): boolean {
  if (change.op !== "changed") return true;
  const { type } = podsOf(change);
  return type === "roll" || type === "recreate";
}

function podsOf({ before, after, fields }: ObjectChange): PodChange {
  const template = templateOf(after);
  const pods = before === undefined || after === undefined ? undefined : rollout(before, after)?.pods;
  if (template === undefined || pods === undefined) return { type: "stay" };
  const path = template.length === 0 ? "spec." : `${template.join(".")}.`;
  const isAsked = fields.some(({ path: own, equal }) => `${own}.`.startsWith(path) && equal === undefined);
  return isAsked ? pods : { type: "stay" };
}

function rollsOf(change: ObjectChange, after: ObjectSet): readonly string[] {
  const { id, fields } = change;
  const { kind, name } = id;
  if (kind === "Pod") {
    const isImage = fields.some(({ path }) => path.endsWith(".image"));
    return isImage ? [`restarts a container of ${name}`] : [];
  }
  const pods = podsOf(change);
  switch (pods.type) {
    case "stay":
      return [];
    case "refused":
      return kind === "Job"
        ? ["changes nothing that runs: a Job's pods cannot be changed"]
        : ["nothing happens to it: the API server refuses the change"];
    case "none":
      return [`restarts nothing: ${name} has no pods`];
    case "wait":
      return [waitsOf(pods.for, change)];
    case "recreate":
      return [`stops ${countOf(change, after)} of ${name}, then starts new ones`];
    default:
      return [rolls(change, after, pods.from)];
  }
}

function waitsOf(reason: (PodChange & { type: "wait" })["for"], { id: { kind, name }, after }: ObjectChange): string {
  switch (reason) {
    case "delete":
      return `restarts nothing: pods of ${name} change when they are deleted`;
    case "resume":
      return `restarts nothing: ${name} is paused`;
    case "partition": {
      const partition = at(after, "spec", "updateStrategy", "rollingUpdate", "partition");
      return `restarts nothing: every pod of ${name} is below its partition ${scalarText(partition)}`;
    }
    case "run":
      return `is in the next run of ${name}, not in one that goes on`;
    default:
      return kind === "Job"
        ? "changes nothing that runs: a Job's pods cannot be changed"
        : `restarts nothing: only new pods of ${name} are made so`;
  }
}

function rolls(change: ObjectChange, after: ObjectSet, from: number | undefined): string {
  const { kind, name } = change.id;
  if (kind === "DaemonSet") return `rolls the pods of ${name} on every node`;
  if (kind !== "StatefulSet") return `rolls ${countOf(change, after)} of ${name}`;
  const which = from === undefined ? countOf(change, after) : `the pods from ${name}-${from}`;
  return `rolls ${which} of ${name}, one after the other`;
}

/** `2 pods`; `the pods` where an autoscaler says how many, or nobody does. */
function countOf({ id, after: data = {} }: ObjectChange, after: ObjectSet): string {
  const replicas = statedReplicas(data);
  if (replicas === undefined) return "the pods";
  const isScaled = usersOf(id, after).some(({ object }) => object.id.kind === "HorizontalPodAutoscaler");
  return isScaled ? "the pods" : podsText(replicas);
}

function scalesOf({ id, before, after, fields }: ObjectChange): readonly string[] {
  const replicas = replicasPath(after);
  if (!fields.some(({ path, equal }) => path === replicas && equal === undefined)) return [];
  const more = replicasOf(after) - replicasOf(before);
  if (more === 0) return [];
  return [more > 0 ? `starts ${podsText(more)} more of ${id.name}` : `stops ${podsText(-more)} of ${id.name}`];
}

/** What the workloads do that read a ConfigMap or Secret; its labels nobody reads. */
function readersOf({ id, previous, op, fields }: ObjectChange, { after, changes }: RiskContext): readonly string[] {
  if (id.kind !== "ConfigMap" && id.kind !== "Secret") return [];
  const isRead = fields.some(
    ({ path, equal }) => equal === undefined && /^(?:data|binaryData|stringData)\b/.test(path),
  );
  if (op === "changed" && !isRead) return [];
  const users = usersOf(previous ?? id, after).filter(({ object }) => templateOf(object.data) !== undefined);
  const effects = users.map(({ object: { id: reader, data }, reference }) => {
    const own = changeOf(reader, changes);
    if (reader.kind === "CronJob" || reader.kind === "Job") return `the next run of ${reader.name} reads it`;
    if (own !== undefined && replacesPods(own)) return `${reader.name} reads it, and rolls`;
    if (!isVolume(reference)) {
      return `${reader.name} reads it when it starts, and is not restarted: it keeps the old values`;
    }
    return isBySubPath(reference, data)
      ? `${reader.name} mounts it by subPath, and is not restarted: it keeps the old files`
      : `${reader.name} sees it in its volume within minutes, without a restart`;
  });
  return [...new Set(effects)];
}

const byIdentity = new WeakMap<RiskContext["changes"], ReadonlyMap<string, ObjectChange>>();

function changeOf(id: ObjectId, changes: RiskContext["changes"]): ObjectChange | undefined {
  const all = byIdentity.get(changes) ?? new Map(changes.map((change) => [identityKey(change.id), change]));
  byIdentity.set(changes, all);
  return all.get(identityKey(id));
}

/** Whether every mount of a volume is one of a part of it, which the kubelet does not bring up to date. */
function isBySubPath(reference: Reference | PodReference, reader: Loose): boolean {
  if (!("by" in reference) || reference.by.type !== "volume") return false;
  const { name } = reference.by;
  const containers = ["initContainers", "containers"].flatMap((list) => listOf(podSpecOf(reader)[list]));
  const mounts = containers.flatMap((one) => listAt(one, "volumeMounts")).filter((one) => textAt(one, "name") === name);
  return (
    mounts.length > 0 &&
    mounts.every((mount) => ["subPath", "subPathExpr"].some((field) => textAt(mount, field) !== undefined))
  );
}

function startsOf({ id: { kind, name }, after }: ObjectChange): string {
  if (kind === "CronJob") return `runs ${name} by its schedule`;
  if (kind === "DaemonSet") return `starts a pod of ${name} on every node`;
  const replicas = countsPods(after) ? statedReplicas(after!) : undefined;
  return replicas === undefined ? `starts ${name}` : `starts ${podsText(replicas)} of ${name}`;
}

function stopsOf({ id: { kind, name }, before }: ObjectChange): string {
  if (kind === "CronJob") return `${name} does not run any more`;
  if (kind === "DaemonSet") return `stops the pods of ${name} on every node`;
  const replicas = countsPods(before) ? statedReplicas(before!) : undefined;
  return replicas === undefined ? `stops ${name}` : `stops ${podsText(replicas)} of ${name}`;
}

/** Whether a workload has as many pods as it says, and replaces them. */
export function countsPods(data: Loose | undefined): boolean {
  return data !== undefined && workloadOf(data)?.rolls === true && statedReplicas(data) !== undefined;
}

/** The API's default is one. */
export function replicasOf(data: Loose | undefined): number {
  return (data === undefined ? undefined : statedReplicas(data)) ?? 1;
}

/** The field that has the number of pods, as a field change has it; that of most where a kind has none. */
export function replicasPath(data: Loose | undefined): string {
  return (data === undefined ? undefined : workloadOf(data)?.replicas)?.join(".") ?? "spec.replicas";
}

function podsText(count: number): string {
  return `${count} pod${count === 1 ? "" : "s"}`;
}
