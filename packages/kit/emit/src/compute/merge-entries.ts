import { isMap, type Json, type JsonObject } from "@kit/kube";
import {
  refuseAmbiguous,
  refuseNoEntry,
  refuseSecond,
  refuseTwice,
  refuseUnknown,
  refuseUnkeyed,
} from "./entry-problems.ts";
import { keyOf, matching, type KeyedList } from "./list-keys.ts";
import type { MergeWalk, ValueOwner } from "./merge-walk.ts";
import { OriginTree } from "./origin-tree.ts";

interface Entries {
  readonly rule: KeyedList;
  readonly tree: OriginTree;
  readonly owner: ValueOwner;
}

type MergeEntry = (entry: JsonObject, change: JsonObject, tree: OriginTree, owner: ValueOwner) => JsonObject;

/**
 * A list of entries that are known by their keys, with a change applied to it: an entry that is there is changed where it stands,
 * a new one follows at the end.
 *
 * @param merge Applies a change to one entry.
 */
export function mergeEntries(
  present: readonly Json[],
  delta: readonly Json[],
  { rule, tree, owner: above }: Entries,
  walk: MergeWalk,
  merge: MergeEntry,
): Json[] {
  const owner = { by: tree.by ?? above.by, whole: tree.whole ?? above.whole };
  const list = [...present];
  let places = placesIn(list, rule);
  const given = new Set<string>();

  for (const item of delta) {
    if (!isMap(item)) refuseNoEntry(item, walk);
    else if ("$remove" in item) remove(item);
    else if ("$entry" in item) change(item);
    else addOrChange(item);
  }
  return list;

  function addOrChange(item: JsonObject): void {
    const key = keyOf(item, rule);
    if (key === undefined) return refuseUnkeyed(item, rule, walk);
    if (given.has(key)) return refuseTwice(item, rule, walk);
    given.add(key);
    const index = places.get(key);
    if (index === undefined) return add(item, key);
    const entry = list[index] as JsonObject;
    // To name an entry is not to set its name.
    const changes = Object.fromEntries(
      Object.entries(item).filter(([field, value]) => !isKeyOf(entry, field, value, rule)),
    );
    list[index] = walk.in(`[${key}]`, () => merge(entry, changes, tree.entry(index), owner));
  }

  function add(item: JsonObject, key: string): void {
    const rival = [tree.removed?.get(key), owner.whole].find((by) => walk.isRival(by));
    if (rival !== undefined) return walk.conflict(undefined, item, rival, `[${key}]`);
    const first = list.find((entry) => isSecond(entry, item, rule));
    if (first !== undefined) return refuseSecond(first as JsonObject, item, rule, walk);
    const unkeyed = list.find((entry) => keyOf(entry, rule) === undefined);
    if (unkeyed !== undefined) return refuseUnkeyed(unkeyed, rule, walk);
    const own = new OriginTree(walk.by);
    const entry = walk.in(`[${key}]`, () => merge({}, item, own, { by: walk.by, whole: undefined }));
    tree.entries ??= [];
    tree.entries[list.length] = own;
    places.set(key, list.push(entry) - 1);
  }

  function change({ $entry: wanted, ...changes }: JsonObject): void {
    const index = find(wanted);
    if (index === undefined) return;
    const entry = list[index] as JsonObject;
    const key = keyOf(entry, rule);
    const merged = walk.in(`[${key ?? index}]`, () => merge(entry, changes, tree.entry(index), owner));
    const now = keyOf(merged, rule);
    const other = list.find(
      (one, at) => at !== index && ((now !== undefined && keyOf(one, rule) === now) || isSecond(one, merged, rule)),
    );
    if (other !== undefined && now !== key) return refuseTwice(merged, rule, walk);
    if (now !== key && key !== undefined) (tree.removed ??= new Map()).set(key, walk.by);
    list[index] = merged;
    places = placesIn(list, rule);
  }

  function remove({ $remove: wanted, ...rest }: JsonObject): void {
    if (Object.keys(rest).length > 0) return refuseNoEntry({ $remove: wanted!, ...rest }, walk);
    const index = find(wanted);
    if (index === undefined) return;
    const entry = list[index]!;
    const key = keyOf(entry, rule) ?? String(index);
    const inside = tree.entries?.[index]?.find((by) => walk.isRival(by));
    const rival = inside ?? [owner.by, owner.whole].find((by) => walk.isRival(by));
    if (rival !== undefined) return walk.conflict(entry, undefined, rival, `[${key}]`);
    list.splice(index, 1);
    tree.removeEntry(index, key, walk.by);
    places = placesIn(list, rule);
  }

  /** The place of the one entry that is meant; undefined where there is not exactly one, which has been said. */
  function find(wanted: Json | undefined): number | undefined {
    if (!isMap(wanted) || Object.keys(wanted).length === 0) return refuseNoEntry(wanted, walk);
    const [index, ...others] = matching(list, wanted, rule);
    if (others.length > 0)
      return refuseAmbiguous(
        wanted,
        [index!, ...others].map((at) => list[at] as JsonObject),
        rule,
        walk,
      );
    if (index !== undefined) return index;
    const gone = tree.removed?.get(keyOf(wanted, rule) ?? "");
    if (gone === walk.by || gone === undefined) return refuseUnknown(wanted, list, rule, walk);
    return undefined;
  }
}

function placesIn(list: readonly Json[], rule: KeyedList): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, entry] of list.entries()) {
    const key = keyOf(entry, rule);
    if (key !== undefined) places.set(key, index);
  }
  return places;
}

function isKeyOf(entry: JsonObject, field: string, value: Json, { keys }: KeyedList): boolean {
  return keys.includes(field) && entry[field] === value;
}

/** Whether an entry beside another would be refused, though their keys differ. */
function isSecond(entry: Json, item: JsonObject, { unique }: KeyedList): boolean {
  if (unique === undefined || !isMap(entry)) return false;
  const { field, isNeeded } = unique;
  return entry[field] === item[field] && (isNeeded || item[field] !== undefined);
}
