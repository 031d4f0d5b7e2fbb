import { isList, isMap, type Json, type JsonObject } from "@kit/kube";
import { markedText } from "./marks.ts";

/** A place where nobody can tell what follows from the pull request. */
export interface Untold {
  readonly path: readonly (string | number)[];
  readonly one: Json | undefined;
  readonly other: Json | undefined;
}

/**
 * An object with marks where it follows from the pull request.
 *
 * @param sample As it is committed.
 * @param tried As the two tried requests gave it.
 * @param keep The field whose value stays the sample's: a checksum is not made of number or commit, and what it is of changes
 *   for a request only when the sample's does.
 */
export function markedValue(
  sample: JsonObject,
  [one, other]: readonly [JsonObject, JsonObject],
  keep: string,
): { readonly value: JsonObject; readonly untold: readonly Untold[] } {
  const untold: Untold[] = [];
  const value = ofMaps([], sample, one, other);
  return { value, untold };

  function ofValues(path: Untold["path"], own: Json | undefined, first: Json, second: Json): Json {
    if (isMap(first) && isMap(second)) return ofMaps(path, isMap(own) ? own : {}, first, second);
    if (isList(first) && isList(second) && first.length === second.length) {
      return first.map((entry, index) =>
        ofValues([...path, index], isList(own) ? own[index] : undefined, entry, second[index]!),
      );
    }
    if (first === second) return first;
    if (path.at(-1) === keep && typeof own === "string") return own;
    const text = typeof first === "string" && typeof second === "string" ? markedText(first, second) : undefined;
    if (text !== undefined) return text;
    untold.push({ path, one: first, other: second });
    return first;
  }

  function ofMaps(path: Untold["path"], own: JsonObject, first: JsonObject, second: JsonObject): JsonObject {
    for (const key of [...Object.keys(first), ...Object.keys(second)]) {
      if (Object.hasOwn(first, key) && Object.hasOwn(second, key)) continue;
      untold.push({ path: [...path, key], one: first[key], other: second[key] });
    }
    const shared = Object.entries(first).filter(([key]) => Object.hasOwn(second, key));
    return Object.fromEntries(
      shared.map(([key, child]) => [key, ofValues([...path, key], own[key], child, second[key]!)]),
    );
  }
}
