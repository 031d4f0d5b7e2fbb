import type { ClusterObject } from "./object.ts";
import { ownerMarks } from "./owner.ts";

// What the API server counts and writes by itself, or a client notes down.
const own = ["managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink"];
const marks = ["kubectl.kubernetes.io/last-applied-configuration", ...ownerMarks];

/**
 * An object without what no file says: its status, what the API server keeps for itself, and the marks by which Argo CD
 * and Flux know what they have deployed.
 */
export function plainObject({ status: _status, metadata, ...rest }: ClusterObject): ClusterObject {
  const kept = Object.entries(metadata).filter(([name]) => !own.includes(name));
  const plain = kept.flatMap(([name, value]): [string, unknown][] => {
    if (name !== "annotations" && name !== "labels") return [[name, value]];
    const said = Object.entries(value as object).filter(([key]) => !marks.includes(key));
    return said.length === 0 ? [] : [[name, Object.fromEntries(said)]];
  });
  return { ...rest, metadata: Object.fromEntries(plain) } as unknown as ClusterObject;
}
