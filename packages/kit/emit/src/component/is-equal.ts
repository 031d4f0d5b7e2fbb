import { isList, isMap, type Json } from "@kit/kube";

/** Whether two values are one: with the same fields in any order, and the same entries in one order. */
export function isEqual(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((entry, index) => isEqual(entry, other[index]!));
  }
  if (!isMap(one) || !isMap(other)) return false;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => Object.hasOwn(other, field) && isEqual(one[field]!, other[field]!))
  );
}
