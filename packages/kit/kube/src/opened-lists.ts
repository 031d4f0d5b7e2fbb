/**
 * The objects of a List and of Lists in it; of anything else itself. As kubectl does, an item that does not say what it
 * is gets it from its list: a ConfigMapList has ConfigMaps. kustomize refuses such an item.
 *
 * `decodeToList` of k8s.io/apimachinery/pkg/apis/meta/v1/unstructured.
 */
export function openedLists(data: unknown): unknown[] {
  const { apiVersion, kind, items } = (data ?? {}) as { apiVersion?: unknown; kind?: unknown; items?: unknown };
  if (typeof kind !== "string" || !kind.endsWith("List") || !Array.isArray(items)) return [data];
  const type = { apiVersion, kind: kind.slice(0, -"List".length) };
  return items.flatMap((item: unknown) =>
    openedLists(isUntyped(item) && type.kind !== "" ? { ...type, ...item, ...type } : item),
  );
}

function isUntyped(item: unknown): item is object {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  const { apiVersion, kind } = item as { apiVersion?: unknown; kind?: unknown };
  return [apiVersion, kind].some((one) => one === undefined || one === null || one === "");
}
