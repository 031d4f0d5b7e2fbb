import { findKind, type Path, type TypeSchema } from "@kit/schema";
import type { Json, JsonObject } from "./mutate.ts";

/** A value in an object, with what the API says of it. */
export interface Place {
  readonly path: Path;
  readonly value: Json;
  /** Undefined where the API has no such field. */
  readonly type: TypeSchema | undefined;
}

/** Every place of an object, itself first, in the order of the text. */
export function placesOf(object: JsonObject): Place[] {
  const kind = findKind(object["apiVersion"] as string, object["kind"] as string);
  return below({ path: [], value: object, type: kind?.type });
}

function below(place: Place): Place[] {
  const { path, value, type } = place;
  if (typeof value !== "object" || value === null) return [place];
  const entries: [string | number, Json, TypeSchema | undefined][] = Array.isArray(value)
    ? value.map((item, index) => [index, item, type?.items])
    : Object.entries(value).map(([key, item]) => [key, item, type?.values ?? type?.fields?.get(key)]);
  return [place, ...entries.flatMap(([key, item, of]) => below({ path: [...path, key], value: item, type: of }))];
}

/** A copy of the object with the place edited in its parent. The object itself has no parent. */
export function editAt(
  object: JsonObject,
  path: Path,
  edit: (parent: JsonObject | Json[], key: string | number) => void,
): JsonObject {
  const copy = structuredClone(object);
  let parent: Json = copy;
  for (const step of path.slice(0, -1)) parent = (parent as JsonObject)[step]!;
  edit(parent as JsonObject, path.at(-1)!);
  return copy;
}

/** A copy of the object without the place. */
export function without(object: JsonObject, path: Path): JsonObject {
  return editAt(object, path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
}
