import { isList, isMap, listRule, typeMetaOf, type Json, type JsonObject, type ListRule } from "@kit/kube";
import { keyOf } from "../compute/list-keys.ts";
import { isEqual } from "./is-equal.ts";
import { listChanges, type ListChanges } from "./list-changes.ts";
import { end, entryName, pathOf, pointerOf, type ValuePlace, type Position } from "./place.ts";

/** One operation of https://www.rfc-editor.org/rfc/rfc6902, and how a reader finds its place. */
export interface PatchOperation {
  readonly op: "test" | "replace" | "add" | "remove";
  /** A JSON pointer, such as `/spec/template/spec/containers/0/env/-`. */
  readonly path: string;
  /** The same place as names of fields, and positions in lists as they are at that moment; -1 is behind the last. */
  readonly at: readonly (string | number)[];
  /** The entries that the positions mean, such as `containers[backend].env[PORT]`; undefined without any. */
  readonly entry: string | undefined;
  /** Of all but `remove`. */
  readonly value?: Json;
}

/**
 * What makes `wanted` of `base`, exactly: the order of lists too. The order of a map's fields is kustomize's affair.
 *
 * Each at the deepest place that differs, in the order of the base's fields. What is replaced is tested before, and so is
 * what is removed from a list: an object that is not the base is refused, instead of spoiled.
 *
 * @param base Its `apiVersion` and `kind` say which keys its lists have.
 */
export function operations(base: JsonObject, wanted: JsonObject): readonly PatchOperation[] {
  const difference = new Difference(base);
  difference.ofMaps([], base, wanted);
  return difference.found;
}

class Difference {
  readonly found: PatchOperation[] = [];
  readonly #rule: (place: ValuePlace) => ListRule;

  constructor(base: JsonObject) {
    const { apiVersion, kind } = typeMetaOf(base);
    this.#rule = (place) => listRule(apiVersion, kind, pathOf(place), base);
  }

  ofMaps(place: ValuePlace, one: JsonObject, other: JsonObject): void {
    for (const [field, value] of Object.entries(one)) {
      const at = [...place, field];
      if (Object.hasOwn(other, field)) this.#ofValues(at, value, other[field]!);
      else this.#report("remove", at);
    }
    for (const [field, value] of Object.entries(other)) {
      if (!Object.hasOwn(one, field)) this.#report("add", [...place, field], value);
    }
  }

  #ofValues(place: ValuePlace, one: Json, other: Json): void {
    if (isEqual(one, other)) return;
    if (isMap(one) && isMap(other)) this.ofMaps(place, one, other);
    else if (isList(one) && isList(other)) this.#ofLists(place, one, other);
    else this.#replace(place, one, other);
  }

  #ofLists(place: ValuePlace, one: readonly Json[], other: readonly Json[]): void {
    const rule = this.#rule(place);
    const changes = listChanges(one, other, rule);
    if (changes === undefined) this.#replace(place, one, other);
    else this.#ofEntries(place, [one, other], rule, changes);
  }

  // Changes first, then removals from the end, then additions: so each position is easily told.
  #ofEntries(
    place: ValuePlace,
    [one, other]: readonly [readonly Json[], readonly Json[]],
    rule: ListRule,
    { kept, removed, added }: ListChanges,
  ): void {
    const position = (list: readonly Json[], index: number): Position => ({ index, label: labelOf(list, index, rule) });
    for (const [before, after] of kept) {
      this.#ofValues([...place, position(one, before)], one[before]!, other[after]!);
    }
    for (const index of removed.toReversed()) {
      this.#removeEntry([...place, position(one, index)], one[index]!, rule);
    }
    const last = kept.at(-1)?.[1] ?? -1;
    for (const index of added) {
      const { label } = position(other, index);
      this.#report("add", [...place, { index: index > last ? end : index, label }], other[index]);
    }
  }

  #removeEntry(place: ValuePlace, entry: Json, rule: ListRule): void {
    if (isMap(entry) && rule.type === "map" && keyOf(entry, rule) !== undefined) {
      const keys = rule.keys.filter((key) => entry[key] !== undefined);
      for (const key of keys) this.#report("test", [...place, key], entry[key]);
    } else if (isTestable(entry)) this.#report("test", place, entry);
    this.#report("remove", place);
  }

  #replace(place: ValuePlace, one: Json, other: Json): void {
    if (isTestable(one)) this.#report("test", place, one);
    this.#report("replace", place, other);
  }

  #report(op: PatchOperation["op"], place: ValuePlace, value?: Json): void {
    const step = { op, path: pointerOf(place), at: pathOf(place), entry: entryName(place) };
    this.found.push(value === undefined ? step : { ...step, value });
  }
}

// Kustomize's library crashes where it compares two nulls in a list.
function isTestable(value: Json): boolean {
  if (isList(value)) return value.every((entry) => entry !== null && isTestable(entry));
  return !isMap(value) || Object.values(value).every(isTestable);
}

function labelOf(list: readonly Json[], index: number, rule: ListRule): string {
  const key = rule.type === "map" ? keyOf(list[index]!, rule) : undefined;
  return key ?? String(index);
}
