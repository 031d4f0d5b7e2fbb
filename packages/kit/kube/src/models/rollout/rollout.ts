import { groupOf, isBuiltInGroup } from "@kit/schema";
import { at, textOf, type Loose } from "../../loose.ts";
import { rollingTemplateOf, statedReplicas } from "../../workload.ts";
import { defaulted } from "../defaults/defaulted.ts";
import { applied } from "./applied.ts";
import { filledTemplate } from "./filled-template.ts";
import { refusedFields } from "./refused-fields.ts";
import { hasSameText } from "./same-text.ts";

/** What controllers do to the pods of a workload when its object changes. */
export interface Rollout {
  /** Whether the API server counts a new generation: its spec differs as it is kept, of a Deployment also its annotations. */
  readonly changes: boolean;
  readonly pods: PodChange;
  /** Undefined where the number of pods stays, or is none of the object's. */
  readonly scale: { readonly from: number; readonly to: number } | undefined;
}

export type PodChange =
  /** The template is the same after the server has filled it in. */
  | { readonly type: "stay" }
  /** Replaced step by step; `from` is the first ordinal of a StatefulSet with a partition. */
  | { readonly type: "roll"; readonly from?: number }
  /** All are stopped before new ones start. */
  | { readonly type: "recreate" }
  /** Nothing happens before somebody deletes pods, resumes a Deployment, lowers a partition, or the next run. */
  | { readonly type: "wait"; readonly for: "delete" | "resume" | "partition" | "run" | "new pods" }
  /** The template differs, and there are no pods. */
  | { readonly type: "none" }
  /** The API server refuses the change, because of these fields. */
  | { readonly type: "refused"; readonly fields: readonly string[] };

/**
 * What happens when the one state of a workload is applied over the other; undefined of an object that makes no pods.
 *
 * Two states are compared as the API server keeps them, so defaults that are written out or dropped change nothing.
 */
export function rollout(before: Loose, after: Loose): Rollout | undefined {
  const known = last.get(after);
  if (known?.before === before) return known.rollout;
  const own = rolloutBetween(before, after);
  last.set(after, { before, rollout: own });
  return own;
}

/** It is asked again and again for the same two states, which nobody changes. */
const last = new WeakMap<Loose, { readonly before: Loose; readonly rollout: Rollout | undefined }>();

function rolloutBetween(before: Loose, after: Loose): Rollout | undefined {
  const wanted = applied(before, after);
  const [ownTemplate, template] = [filledTemplate(before), filledTemplate(wanted)];
  if (ownTemplate === undefined || template === undefined) return undefined;
  const [own, other] = [defaulted(before), defaulted(wanted)];
  const kind = textOf(after["kind"]) ?? "";
  const isOwnKind = isBuiltInGroup(groupOf(textOf(after["apiVersion"]) ?? ""));
  const refused = isOwnKind ? refusedFields(kind, own, other) : [];
  const changes = !hasSameText(keptOf(kind, own), keptOf(kind, other));
  if (refused.length > 0) return { changes, pods: { type: "refused", fields: refused }, scale: undefined };
  const pods: PodChange = hasSameText(ownTemplate, template) ? { type: "stay" } : changeOf(kind, isOwnKind, other);
  return { changes, pods, scale: scaleOf(own, other) };
}

/** What an API server counts a generation by. */
function keptOf(kind: string, object: Loose): unknown[] {
  return [object["spec"], kind === "Deployment" ? (at(object, "metadata", "annotations") ?? null) : null];
}

function changeOf(kind: string, isOwnKind: boolean, after: Loose): PodChange {
  if (!isOwnKind) return changeOfCustom(after);
  const strategy = textOf(at(after, "spec", kind === "Deployment" ? "strategy" : "updateStrategy", "type"));
  switch (kind) {
    case "Deployment":
      if (at(after, "spec", "paused") === true) return { type: "wait", for: "resume" };
      if (at(after, "spec", "replicas") === 0) return { type: "none" };
      return { type: strategy === "Recreate" ? "recreate" : "roll" };
    case "StatefulSet":
      return strategy === "OnDelete" ? { type: "wait", for: "delete" } : ordinalsOf(after);
    case "DaemonSet":
      return strategy === "OnDelete" ? { type: "wait", for: "delete" } : { type: "roll" };
    case "CronJob":
      return { type: "wait", for: "run" };
    case "Pod":
      return { type: "roll" };
    default:
      return { type: "wait", for: "new pods" };
  }
}

/** Of whom nobody here knows the controller: those that have such fields at all mean by them what a Deployment does. */
function changeOfCustom(after: Loose): PodChange {
  if (rollingTemplateOf(after) === undefined) return { type: "wait", for: "new pods" };
  if (at(after, "spec", "paused") === true) return { type: "wait", for: "resume" };
  return { type: statedReplicas(after) === 0 ? "none" : "roll" };
}

/** A StatefulSet rolls the pods whose ordinal is not below the partition, the highest first. */
function ordinalsOf(after: Loose): PodChange {
  const [replicas, partition, start] = [
    at(after, "spec", "replicas"),
    at(after, "spec", "updateStrategy", "rollingUpdate", "partition"),
    at(after, "spec", "ordinals", "start"),
  ].map((value) => (typeof value === "number" ? value : 0)) as [number, number, number];
  if (replicas === 0) return { type: "none" };
  if (partition <= start) return { type: "roll" };
  return partition >= start + replicas ? { type: "wait", for: "partition" } : { type: "roll", from: partition };
}

function scaleOf(before: Loose, after: Loose): Rollout["scale"] {
  const [from, to] = [statedReplicas(before), statedReplicas(after)];
  return from !== undefined && to !== undefined && from !== to ? { from, to } : undefined;
}
