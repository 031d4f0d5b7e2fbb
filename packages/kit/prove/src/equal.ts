import { isList, isMap, type Json } from "@kit/kube";

/** Whether two values are the same, whatever the order of the fields in their maps. Makes nothing on its way. */
export function equal(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return isSameInteger(one, other) || isSameInteger(other, one);
  }
  if (isList(one)) return isList(other) && equalLists(one, other);
  return !isList(other) && isMap(one) && isMap(other) && equalMaps(one, other);
}

/** What is rendered has a bigint where a number would be written with other digits. */
function isSameInteger(one: unknown, other: unknown): boolean {
  return typeof one === "number" && typeof other === "bigint" && Number.isInteger(one) && BigInt(one) === other;
}

function equalLists(one: readonly Json[], other: readonly Json[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!equal(one[index]!, other[index]!)) return false;
  return true;
}

function equalMaps(one: { readonly [key: string]: Json }, other: { readonly [key: string]: Json }): boolean {
  let count = 0;
  for (const key in one) {
    const value = other[key];
    if (value === undefined || !equal(one[key]!, value)) return false;
    count++;
  }
  for (const _ in other) count--;
  return count === 0;
}
