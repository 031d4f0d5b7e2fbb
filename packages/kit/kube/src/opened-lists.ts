import type { Path } from "@kit/schema";

/** An object, and where it stands in what was read. */
export interface PlacedObject {
  readonly data: unknown;
  /** Empty where it is all that was read; `["items", 2]` in a List. */
  readonly path: Path;
}

/**
 * The objects of a List and of Lists in it; of anything else itself. As kubectl does, an item that does not say what it
 * is gets it from its list: a ConfigMapList has ConfigMaps. kustomize refuses such an item.
 *
 * `decodeToList` of k8s.io/apimachinery/pkg/apis/meta/v1/unstructured.
 */
export function openedLists(data: unknown): unknown[] {
  return placedObjects(data).map((one) => one.data);
}

/** The same with the place of each. */
export function placedObjects(data: unknown): PlacedObject[] {
  const found: PlacedObject[] = [];
  // Lists may be nested deeper than functions call each other.
  const left: PlacedObject[] = [{ data, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const items = itemsOf(next);
    if (items === undefined) found.push(next);
    else for (const item of items.toReversed()) left.push(item);
  }
  return found;
}

function itemsOf({ data, path }: PlacedObject): PlacedObject[] | undefined {
  const { apiVersion, kind, items } = (data ?? {}) as { apiVersion?: unknown; kind?: unknown; items?: unknown };
  if (typeof kind !== "string" || !kind.endsWith("List") || !Array.isArray(items)) return undefined;
  const type = { apiVersion, kind: kind.slice(0, -"List".length) };
  return (items as unknown[]).map((item, index) => ({
    data: isUntyped(item) && type.kind !== "" ? { ...type, ...item, ...type } : item,
    path: [...path, "items", index],
  }));
}

function isUntyped(item: unknown): item is object {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  const { apiVersion, kind } = item as { apiVersion?: unknown; kind?: unknown };
  return [apiVersion, kind].some((one) => one === undefined || one === null || one === "");
}
