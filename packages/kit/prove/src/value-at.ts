import { isList, isMap, type Json } from "@kit/kube";

/** What is at a place of a value; undefined where nothing is. */
export function valueAt(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let found = value;
  for (const key of path) {
    if (isList(found)) found = found[Number(key)];
    else found = isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}
