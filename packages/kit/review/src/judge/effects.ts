import { at, rollingTemplateOf, type Loose } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import { textAt } from "../data.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskContext } from "./define-risk.ts";
import { templateOf } from "./pods.ts";
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

/** Whether a change of a workload replaces its pods. */
function replacesPods({ op, after, fields }: ObjectChange): boolean {
  const template = templateOf(after);
  if (op !== "changed" || template === undefined || template.length === 0) return op !== "changed";
  const path = `${template.join(".")}.`;
  return fields.some(({ path: own, equal }) => `${own}.`.startsWith(path) && equal === undefined);
}

function rollsOf(change: ObjectChange, after: ObjectSet): readonly string[] {
  const { id, fields, after: data } = change;
  const { kind, name } = id;
  if (kind === "Pod") {
    const isImage = fields.some(({ path }) => path.endsWith(".image"));
    return isImage ? [`restarts a container of ${name}`] : [];
  }
  if (templateOf(data) === undefined || !replacesPods(change)) return [];
  switch (kind) {
    case "CronJob":
      return [`is in the next run of ${name}, not in one that goes on`];
    case "DaemonSet":
      return [
        textAt(data, "spec", "updateStrategy", "type") === "OnDelete"
          ? `restarts nothing: pods of ${name} change when they are deleted`
          : `rolls the pods of ${name} on every node`,
      ];
    case "Deployment":
      return [rollsDeployment(change, after)];
    case "StatefulSet":
      return [
        textAt(data, "spec", "updateStrategy", "type") === "OnDelete"
          ? `restarts nothing: pods of ${name} change when they are deleted`
          : `rolls ${countOf(change, after)} of ${name}, one after the other`,
      ];
    case "Job":
      return [`changes nothing that runs: a Job's pods cannot be changed`];
    default:
      return [
        data !== undefined && rollingTemplateOf(data) !== undefined
          ? `rolls the pods of ${name}`
          : `restarts nothing: only new pods of ${name} are made so`,
      ];
  }
}

function rollsDeployment(change: ObjectChange, after: ObjectSet): string {
  const { id, after: data } = change;
  const count = countOf(change, after);
  if (at(data, "spec", "paused") === true) return `restarts nothing: ${id.name} is paused`;
  if (replicasOf(data) === 0) return `restarts nothing: ${id.name} has no pods`;
  return textAt(data, "spec", "strategy", "type") === "Recreate"
    ? `stops ${count} of ${id.name}, then starts new ones`
    : `rolls ${count} of ${id.name}`;
}

/** `2 pods`; `the pods` where an autoscaler says how many. */
function countOf({ id, after: data }: ObjectChange, after: ObjectSet): string {
  const isScaled = usersOf(id, after).some(({ object }) => object.id.kind === "HorizontalPodAutoscaler");
  return isScaled ? "the pods" : podsText(replicasOf(data));
}

function scalesOf({ id, before, after, fields }: ObjectChange): readonly string[] {
  if (!fields.some(({ path, equal }) => path === "spec.replicas" && equal === undefined)) return [];
  const more = replicasOf(after) - replicasOf(before);
  if (more === 0) return [];
  return [more > 0 ? `starts ${podsText(more)} more of ${id.name}` : `stops ${podsText(-more)} of ${id.name}`];
}

/** What the workloads do that read a ConfigMap or Secret. */
function readersOf({ id, previous }: ObjectChange, { after, changes }: RiskContext): readonly string[] {
  if (id.kind !== "ConfigMap" && id.kind !== "Secret") return [];
  const users = usersOf(previous ?? id, after).filter(({ object }) => templateOf(object.data) !== undefined);
  const effects = users.map(({ object: { id: reader }, reference }) => {
    const own = changes.find(({ id: { kind, name, namespace } }) => {
      return kind === reader.kind && name === reader.name && namespace === reader.namespace;
    });
    if (reader.kind === "CronJob" || reader.kind === "Job") return `the next run of ${reader.name} reads it`;
    if (own !== undefined && replacesPods(own)) return `${reader.name} reads it, and rolls`;
    return isVolume(reference)
      ? `${reader.name} sees it in its volume within minutes, without a restart`
      : `${reader.name} reads it when it starts, and is not restarted: it keeps the old values`;
  });
  return [...new Set(effects)];
}

function startsOf({ id: { kind, name }, after }: ObjectChange): string {
  if (kind === "CronJob") return `runs ${name} by its schedule`;
  if (kind === "DaemonSet") return `starts a pod of ${name} on every node`;
  return kind === "Deployment" || kind === "StatefulSet"
    ? `starts ${podsText(replicasOf(after))} of ${name}`
    : `starts ${name}`;
}

function stopsOf({ id: { kind, name }, before }: ObjectChange): string {
  if (kind === "CronJob") return `${name} does not run any more`;
  if (kind === "DaemonSet") return `stops the pods of ${name} on every node`;
  return kind === "Deployment" || kind === "StatefulSet"
    ? `stops ${podsText(replicasOf(before))} of ${name}`
    : `stops ${name}`;
}

/** The API's default is one. */
export function replicasOf(data: Loose | undefined): number {
  const replicas = at(data, "spec", "replicas");
  return typeof replicas === "number" ? replicas : 1;
}

function podsText(count: number): string {
  return `${count} pod${count === 1 ? "" : "s"}`;
}
