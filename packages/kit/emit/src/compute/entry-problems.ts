import { nearest, shown } from "@kit/errors";
import { isMap, type Json, type JsonObject } from "@kit/kube";
import { literal, literalKey, type KeyedList } from "./list-keys.ts";
import type { MergeWalk } from "./merge-walk.ts";

export function refuseNoEntry(item: Json | undefined, walk: MergeWalk): undefined {
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} has ${shown(item)}, which is not an entry`,
    next: "write an entry with its key, { $entry: { <key> }, … } or { $remove: { <key> } }",
  });
}

export function refuseUnkeyed(item: Json, { keys, defaults }: KeyedList, walk: MergeWalk): undefined {
  const missing = keys.filter((key) => !isMap(item) || (item[key] ?? defaults[key]) === undefined);
  walk.report({
    code: "patch-entry",
    what: `an entry of ${walk.pathTo()} has no ${missing.join(" and no ")}, by which its entries are known: ${shown(item)}`,
    next: `write ${missing.join(" and ")}`,
  });
}

export function refuseTwice(item: JsonObject, rule: KeyedList, walk: MergeWalk): undefined {
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} would have two entries ${literalKey(item, rule)}`,
    next: "write it once",
  });
}

export function refuseUnknown(wanted: JsonObject, list: readonly Json[], rule: KeyedList, walk: MergeWalk): undefined {
  const known = list.flatMap((entry) => (isMap(entry) ? [literalKey(entry, rule)] : []));
  const meant = nearest(literal(wanted), known);
  const there = known.length === 0 ? "the list is empty" : `there are ${known.join(", ")}`;
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} has no entry ${literal(wanted)}`,
    next: meant === undefined ? there : `did you mean ${meant}?`,
  });
}

export function refuseAmbiguous(
  wanted: JsonObject,
  found: readonly JsonObject[],
  rule: KeyedList,
  walk: MergeWalk,
): undefined {
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} has ${found.length} entries ${literal(wanted)}`,
    next: `name one of them: ${found.map((entry) => literalKey(entry, rule)).join(", ")}`,
  });
}

/** Another key beside one name: most likely the key was to be changed. */
export function refuseSecond(first: JsonObject, item: JsonObject, rule: KeyedList, walk: MergeWalk): undefined {
  const field = rule.unique!.field;
  const { keys, defaults } = rule;
  const whole = { ...Object.fromEntries(keys.map((key) => [key, defaults[key] as Json])), ...item };
  const changes = Object.entries(whole).filter(
    ([key, value]) => (first[key] ?? defaults[key]) !== value && value !== null,
  );
  const flat = changes.filter(([, value]) => typeof value !== "object");
  const more = flat.length < changes.length ? ", …" : "";
  const change = literal(Object.fromEntries(flat)).slice(2, -2);
  const same = first[field] === undefined ? `without a ${field}` : `with the ${field} ${shown(first[field])}`;
  const form = `{ $entry: ${literalKey(first, rule)}, ${change}${more} }`;
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} would have two entries ${same}: ${literalKey(first, rule)} and ${literalKey(item, rule)}`,
    next: `write ${form} to change the one that is there, or give the new one another ${field}`,
  });
}
