import type { Json, JsonObject } from "./to-yaml.ts";

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
  const merged: Record<string, Json> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const present = merged[key];
    const at = path === "" ? key : `${path}.${key}`;
    if (present === undefined) merged[key] = value;
    else if (isMap(present) && isMap(value)) merged[key] = mergeDeltas(present, value, report, at);
    else if (JSON.stringify(present) !== JSON.stringify(value)) report({ path: at, one: present, other: value });
  }
  return merged;
}

/** A flat or nested map with a patch applied: what is `null` in the patch goes. Lists are replaced whole. */
export function applyDelta(map: JsonObject, delta: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...map };
  for (const [key, value] of Object.entries(delta)) {
    const present = result[key];
    if (value === null) delete result[key];
    else result[key] = isMap(value) ? applyDelta(isMap(present) ? present : {}, value) : value;
  }
  return result;
}

export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
