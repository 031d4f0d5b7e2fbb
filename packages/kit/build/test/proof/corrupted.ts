import { isList, isMap, type Json, type JsonObject } from "@kit/kube";

type Path = readonly (string | number)[];

/** A value at a place that nothing touches, as another one. Undefined where the place may be touched. */
export function corrupted(
  data: Json,
  way: readonly number[],
): { readonly data: Json; readonly path: Path } | undefined {
  const [first = 0, ...rest] = way;
  const keys = isList(data) ? [...data.keys()] : isMap(data) ? Object.keys(data) : [];
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return { data: typeof data === "string" ? `corrupted ${data}` : "corrupted", path: [] };
  const child = corrupted((data as Record<string | number, Json>)[key]!, rest);
  if (child === undefined || key === "annotations" || key === "labels" || key === "image") return undefined;
  const changedData = isList(data)
    ? data.with(key as number, child.data)
    : { ...(data as JsonObject), [key]: child.data };
  return { data: changedData, path: [key, ...child.path] };
}
