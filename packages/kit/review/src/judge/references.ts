import type { PodReference, Reference } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";

/** Whether a reference of an object in a namespace is to an object. */
export function refersTo({ group, kind, name, namespace }: Reference, from: ObjectId, to: ObjectId): boolean {
  if (kind !== to.kind || name !== to.name || (group ?? to.group) !== to.group) return false;
  return to.namespace === undefined || (namespace ?? from.namespace ?? to.namespace) === to.namespace;
}

/** Whether pods have what is named as a volume. */
export function isVolume(reference: Reference | PodReference): boolean {
  return "by" in reference && (reference.by.type === "volume" || reference.by.type === "driver");
}
