import { isMap, type Json, type JsonObject } from "@kit/kube";

/** Where two patches of one object disagree. */
export interface MergeConflict {
  readonly path: string;
  readonly one: Json;
  readonly other: Json;
}

/**
 * Two patches of one object as one. Maps are joined; anything else must be the same in both, because a patch
 * does not say which comes last, and how two lists join is the API's affair.
 *
 * @param report Called for each disagreement; the first value stays.
 */
export function mergeDeltas(
  one: JsonObject,
  other: JsonObject,
  report: (conflict: MergeConflict) => void,
  path = "",
): JsonObject {
  const merged = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const present = merged.get(key);
    const at = path === "" ? key : `${path}.${key}`;
    if (present === undefined) merged.set(key, value);
    else if (isMap(present) && isMap(value)) merged.set(key, mergeDeltas(present, value, report, at));
    else if (JSON.stringify(present) !== JSON.stringify(value)) report({ path: at, one: present, other: value });
  }
  return Object.fromEntries(merged);
}

/** A flat or nested map with a patch applied: what is `null` in the patch goes. Lists are replaced whole. */
export function applyDelta(map: JsonObject, delta: JsonObject): JsonObject {
  const result = new Map(Object.entries(map));
  for (const [key, value] of Object.entries(delta)) {
    const present = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isMap(value) ? applyDelta(isMap(present) ? present : {}, value) : value);
  }
  return Object.fromEntries(result);
}
