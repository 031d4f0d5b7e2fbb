import type { ExpectedObject } from "@kit/emit";
import { at, isList, isMap, listRule, type Json } from "@kit/kube";
import { partsOf } from "./declared/json-patch.ts";
import { equal } from "./equal.ts";

/** One operation of a JSON patch (RFC 6902) of a component. */
export interface DeclaredOperation {
  readonly op: string;
  /** A JSON pointer. */
  readonly path: string;
  readonly value?: Json | undefined;
}

/** Whether an operation finds something else below the component than in the base. */
export function meets(
  { apiVersion, kind }: ExpectedObject,
  base: Json,
  below: Json,
  operation: DeclaredOperation,
): boolean {
  const { op, path } = operation;
  const parts = partsOf(path);
  let [one, other]: readonly (Json | undefined)[] = [base, below];
  for (const [depth, part] of parts.entries()) {
    const isLast = depth === parts.length - 1;
    if (isList(one)) {
      const keys = keysOf(apiVersion, kind, parts.slice(0, depth), one);
      if (!isList(other)) return true;
      if (part === "-") return other.length !== one.length && isThere(other, operation.value, keys);
      // What is added is counted after what has been removed.
      const isAdded = isLast && op === "add";
      if (!isSameUntil(one, other, isAdded ? one.length : Number(part), keys)) return true;
      if (isAdded) return false;
    } else if (isLast && op === "add" && at(one, part) === undefined) {
      return at(other, part) !== undefined;
    }
    [one, other] = [at(one, part), at(other, part)];
    if (one === undefined || other === undefined) return one !== other;
  }
  return one === undefined || other === undefined ? one !== other : !equal(one, other);
}

/** The fields that name the entries of a list; undefined where only the whole entry does. */
function keysOf(
  apiVersion: string,
  kind: string,
  parts: readonly string[],
  list: readonly Json[],
): readonly string[] | undefined {
  const rule = listRule(
    apiVersion,
    kind,
    parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );
  if (rule.type === "map") return rule.keys;
  return list.every((entry) => isMap(entry) && typeof entry["name"] === "string") ? ["name"] : undefined;
}

function isSameUntil(
  one: readonly Json[],
  other: readonly Json[],
  last: number,
  keys: readonly string[] | undefined,
): boolean {
  return one.every((entry, index) => {
    if (index > last) return true;
    const found = other[index];
    if (found === undefined) return false;
    // The operation itself looks at the last one.
    return keys === undefined ? index === last || equal(entry, found) : isSameEntry(entry, found, keys);
  });
}

function isThere(list: readonly Json[], added: Json | undefined, keys: readonly string[] | undefined): boolean {
  if (added === undefined) return false;
  return list.some((entry) => (keys === undefined ? equal(entry, added) : isSameEntry(entry, added, keys)));
}

function isSameEntry(one: Json, other: Json, keys: readonly string[]): boolean {
  return keys.every((key) => isMap(one) && isMap(other) && one[key] === other[key]);
}
