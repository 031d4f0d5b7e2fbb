/** What JSON can say. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A change of an object. Paths are written with dots, list entries by their index: `spec.ports.0.name`. */
export type Mutation =
  | { readonly set: Readonly<Record<string, Json>> }
  | { readonly remove: string | readonly string[] }
  /** To the end of a list. */
  | { readonly append: Readonly<Record<string, Json>> }
  /** Other fields into a map. */
  | { readonly merge: Readonly<Record<string, JsonObject>> }
  /** From the path of a field to its new name, in the same place. */
  | { readonly rename: Readonly<Record<string, string>> };

/**
 * The object with the change made; the given one stays as it is.
 *
 * @throws Error where a path that the change needs is not there: the case would not show what its name says.
 */
export function mutate(object: JsonObject, mutation: Mutation): JsonObject {
  const copy = structuredClone(object);
  if ("set" in mutation) for (const [path, value] of Object.entries(mutation.set)) write(copy, path, value);
  else if ("remove" in mutation) for (const path of [mutation.remove].flat()) take(copy, path);
  else if ("append" in mutation) for (const [path, value] of Object.entries(mutation.append)) append(copy, path, value);
  else if ("merge" in mutation) for (const [path, value] of Object.entries(mutation.merge)) merge(copy, path, value);
  else for (const [path, name] of Object.entries(mutation.rename)) rename(copy, path, name);
  return copy;
}

/** Makes the maps on the way where they are missing: a set of `spec.strategy.type` is one change. */
function write(object: JsonObject, path: string, value: Json): void {
  const keys = path.split(".");
  const last = keys.pop()!;
  let place: Json = object;
  for (const key of keys) {
    const map = place as JsonObject;
    map[key] ??= {};
    place = map[key];
  }
  (place as JsonObject)[last] = value;
}

function take(object: JsonObject, path: string): Json {
  const { parent, key } = place(object, path);
  const value = (parent as JsonObject)[key]!;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return value;
}

function append(object: JsonObject, path: string, value: Json): void {
  const { parent, key } = place(object, path);
  const list = (parent as JsonObject)[key];
  if (!Array.isArray(list)) throw new Error(`${path} is not a list`);
  list.push(value);
}

function merge(object: JsonObject, path: string, value: JsonObject): void {
  const { parent, key } = place(object, path);
  Object.assign((parent as JsonObject)[key]!, value);
}

function rename(object: JsonObject, path: string, name: string): void {
  const { parent } = place(object, path);
  (parent as JsonObject)[name] = take(object, path);
}

function place(object: JsonObject, path: string): { parent: JsonObject | Json[]; key: string } {
  const keys = path.split(".");
  const key = keys.pop()!;
  let parent: Json | undefined = object;
  for (const step of keys) parent = (parent as JsonObject | undefined)?.[step];
  if (typeof parent !== "object" || parent === null || !(key in parent)) throw new Error(`nothing is at ${path}`);
  return { parent, key };
}
