import { isDeepStrictEqual } from "node:util";
import { isList, isMap, placeIn, ruleOf, takesNull, type Json, type JsonObject, type TypePlace } from "@kit/kube";
import { mergeEntries } from "./merge-entries.ts";
import type { MergeTarget } from "./merge-target.ts";
import type { MergeWalk } from "./merge-walk.ts";
import { mergeSet } from "./merge-set.ts";
import { misplacedWord, refuseWord } from "./words.ts";

/**
 * A map with a change applied to it. Maps are joined, lists as the API merges them, `null` removes; what is already there keeps
 * its place, what is new follows.
 *
 * @param target Where it is; its tree is told who has set what.
 */
export function mergeMap(present: JsonObject, delta: JsonObject, target: MergeTarget, walk: MergeWalk): JsonObject {
  const { place, tree } = target;
  const word = misplacedWord(delta, place);
  if (word !== undefined) {
    refuseWord(word, walk);
    return present;
  }
  const owner = { by: tree.by ?? target.owner.by, whole: target.owner.whole };
  const merged = new Map(Object.entries(present));
  for (const key of Object.keys(delta)) {
    const wanted = delta[key];
    // It has been said that it is invalid.
    if (wanted === undefined) continue;
    const value = merged.get(key);
    const inside = { place: placeIn(place, key, value ?? wanted), tree: tree.field(key), owner };
    const result = walk.in(`.${key}`, () => mergeValue(value, wanted, inside, walk));
    if (result === undefined) merged.delete(key);
    else merged.set(key, result);
  }
  return Object.fromEntries(merged);
}

/** @returns Undefined where there is nothing now. */
function mergeValue(present: Json | undefined, delta: Json, target: MergeTarget, walk: MergeWalk): Json | undefined {
  if (delta === null) return give(present, undefined, target, walk);
  if (isList(delta)) return mergeList(present, delta, target, walk);
  if (!isMap(delta)) return give(present, delta, target, walk);
  if (isList(delta["$whole"]) && Object.keys(delta).length === 1) {
    return giveWhole(present, delta["$whole"], target, walk);
  }
  if (isMap(present)) return mergeMap(present, delta, target, walk);
  if (!mayBeBuilt(present, delta, target, walk)) return present;
  const built = mergeMap({}, delta, target, walk);
  const isOnlyRemoval = Object.keys(built).length === 0 && Object.keys(delta).length > 0;
  if (isOnlyRemoval) return present;
  if (Object.keys(delta).length === 0) target.tree.give(walk.by);
  return built;
}

function mergeList(
  present: Json | undefined,
  delta: readonly Json[],
  target: MergeTarget,
  walk: MergeWalk,
): Json | undefined {
  const rule = ruleOf(target.place);
  if (rule.type === "whole") return mergeWhole(present, delta, target, rule.isKnown, walk);
  if (!isList(present) && !mayBeBuilt(present, delta, target, walk)) return present;
  const list = isList(present) ? present : [];
  if (delta.length === 0) return present === undefined ? give(present, [], target, walk) : list;
  const merged =
    rule.type === "set"
      ? mergeSet(list, delta, target, walk)
      : mergeEntries(list, delta, { ...target, rule }, walk, (entry, change, tree, owner) =>
          mergeMap(entry, change, { place: placeIn(target.place, 0, entry), tree, owner }, walk),
        );
  return merged.length === 0 && present === undefined ? undefined : merged;
}

/** A list whose entries nothing tells apart. */
function mergeWhole(
  present: Json | undefined,
  delta: readonly Json[],
  target: MergeTarget,
  isKnown: boolean,
  walk: MergeWalk,
): Json | undefined {
  const path = walk.pathTo();
  const [word] = delta.flatMap((entry) => (isMap(entry) ? (misplacedWord(entry, undefined) ?? []) : []));
  if (word !== undefined) {
    const what = `${path} is a list whose entries have no key, so ${word} finds none`;
    walk.report({ code: "patch-list", what, next: `give the list whole: { $whole: [ … ] }` });
    return present;
  }
  const isLost = isList(present) && present.length > 0 && !isDeepStrictEqual(present, delta);
  if (!isKnown && isLost && [...present, ...delta].some(isMap)) {
    walk.report({
      code: "patch-list",
      what: `${path} has ${present.length} ${present.length === 1 ? "entry" : "entries"}, and nobody says what tells them apart: this change would replace all of them`,
      next: "if that is meant, write { $whole: [ … ] } with every entry that is to be there",
    });
    return present;
  }
  return giveWhole(present, delta, target, walk);
}

function giveWhole(
  present: Json | undefined,
  list: readonly Json[],
  target: MergeTarget,
  walk: MergeWalk,
): Json | undefined {
  if (reportNulls(list, target.place, walk)) return present;
  const given = give(present, list, target, walk);
  if (given === list) target.tree.whole = walk.by;
  return given;
}

/** What is given whole is taken as it stands, so nothing in it removes anything. */
function reportNulls(value: Json, place: TypePlace, walk: MergeWalk): boolean {
  if (value === null) {
    if (takesNull(place)) return false;
    const what = `${walk.pathTo()} is null, in a list that is given whole: it removes nothing`;
    walk.report({ code: "value-lost", what, next: "leave it out, or give it a value" });
    return true;
  }
  if (isList(value)) {
    return value.some((entry, index) =>
      walk.in(`[${index}]`, () => reportNulls(entry, placeIn(place, 0, entry), walk)),
    );
  }
  if (!isMap(value)) return false;
  return Object.entries(value).some(([key, child]) =>
    walk.in(`.${key}`, () => reportNulls(child, placeIn(place, key, child), walk)),
  );
}

/** Sets a value as one, or removes it. Where another change of the same kind says differently, it stays as it is. */
function give(
  present: Json | undefined,
  wanted: Json | undefined,
  target: MergeTarget,
  walk: MergeWalk,
): Json | undefined {
  if (!mayBeGiven(present, wanted, target, walk)) return present;
  if (walk.rivalAt(present, target.tree, target.owner) === undefined) target.tree.give(walk.by);
  return wanted;
}

/** Whether a map or list may begin where there is none. */
function mayBeBuilt(present: Json | undefined, wanted: Json, target: MergeTarget, walk: MergeWalk): boolean {
  if (present !== undefined) {
    const isFree = mayBeGiven(present, wanted, target, walk);
    if (isFree) target.tree.give(walk.by);
    return isFree;
  }
  const rival = walk.rivalOf(present, target.tree, target.owner);
  if (rival !== undefined) walk.conflict(present, wanted, rival);
  return rival === undefined;
}

function mayBeGiven(
  present: Json | undefined,
  wanted: Json | undefined,
  target: MergeTarget,
  walk: MergeWalk,
): boolean {
  const rival = walk.rivalAt(present, target.tree, target.owner);
  if (rival === undefined || isDeepStrictEqual(present, wanted)) return true;
  walk.conflict(present, wanted, rival);
  return false;
}
