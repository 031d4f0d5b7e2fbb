import { nearest, shown } from "@kit/errors";
import { isMap, type Json } from "@kit/kube";
import type { MergeTarget } from "./merge-target.ts";
import type { MergeWalk } from "./merge-walk.ts";
import { OriginTree } from "./origin-tree.ts";

/** A set of values, with those that a change adds, without those that it removes. */
export function mergeSet(
  present: readonly Json[],
  delta: readonly Json[],
  target: MergeTarget,
  walk: MergeWalk,
): Json[] {
  const list = [...present];
  for (const item of delta) {
    const isWord = isMap(item) && "$remove" in item && Object.keys(item).length === 1;
    if (isWord) remove(list, item["$remove"]!, target, walk);
    else if (typeof item === "object") refuse(item, walk);
    else add(list, item, target, walk);
  }
  return list;
}

function add(list: Json[], value: Json, { tree, owner }: MergeTarget, walk: MergeWalk): void {
  if (list.includes(value)) return;
  const rival = [tree.removed?.get(keyOf(value)), tree.whole, owner.whole].find((by) => walk.isRival(by));
  if (rival !== undefined) return walk.conflict(undefined, value, rival, `[${keyOf(value)}]`);
  tree.entries ??= [];
  tree.entries[list.push(value) - 1] = new OriginTree(walk.by);
}

function remove(list: Json[], value: Json, { tree, owner }: MergeTarget, walk: MergeWalk): void {
  const index = list.indexOf(value);
  if (index === -1) {
    if (tree.removed?.has(keyOf(value)) !== true) refuseUnknown(list, value, walk);
    return;
  }
  const rival = [tree.entries?.[index]?.by, tree.whole, owner.whole].find((by) => walk.isRival(by));
  if (rival !== undefined) return walk.conflict(value, undefined, rival, `[${keyOf(value)}]`);
  list.splice(index, 1);
  tree.removeEntry(index, keyOf(value), walk.by);
}

function refuseUnknown(list: readonly Json[], value: Json, walk: MergeWalk): void {
  const known = list.map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  const meant = nearest(typeof value === "string" ? value : JSON.stringify(value), known);
  const has = known.length === 0 ? "it is empty" : `it has ${known.map((one) => shown(one)).join(", ")}`;
  walk.report({
    code: "patch-entry",
    what: `${walk.pathTo()} has no ${shown(value)} to remove`,
    next: meant === undefined ? `leave it out: ${has}` : `did you mean ${shown(meant)}?`,
  });
}

function refuse(item: Json, walk: MergeWalk): void {
  const what = `${walk.pathTo()} is a set of values, and ${shown(item)} is not a value`;
  walk.report({ code: "patch-entry", what, next: "write a value to add it, { $remove: value } to remove it" });
}

function keyOf(value: Json): string {
  return JSON.stringify(value);
}
