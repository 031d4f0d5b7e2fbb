import { isMap } from "@kit/kube";
import type { Json, JsonObject } from "@kit/kube";

/**
 * An object as kustomize will patch it, as far as what it names goes: entries of a list that have names are joined by
 * them (containers, variables, volumes), other lists are replaced, and what is `null` goes.
 */
export function applyPatch(map: JsonObject, delta: JsonObject): JsonObject {
  const result = new Map(Object.entries(map));
  for (const [key, value] of Object.entries(delta)) {
    if (value === null) result.delete(key);
    else result.set(key, join(result.get(key), value));
  }
  return Object.fromEntries(result);
}

function join(present: Json | undefined, value: Json): Json {
  if (isMap(value)) return applyPatch(isMap(present) ? present : {}, value);
  if (!isNamedList(present) || !isNamedList(value)) return value;
  const byName = new Map(present.map((entry) => [entry["name"], entry]));
  for (const entry of value) byName.set(entry["name"], applyPatch(byName.get(entry["name"]) ?? {}, entry));
  return [...byName.values()];
}

function isNamedList(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && (value as readonly Json[]).every((entry) => isMap(entry) && "name" in entry);
}
