import type { Json, ListRule } from "@kit/kube";
import { keyOf } from "../compute/list-keys.ts";
import { isEqual } from "./is-equal.ts";

/** What makes one list of another, where no entry changes places. */
export interface ListChanges {
  /** Entries that stay: where they are in the one list, and in the other. In order. */
  readonly kept: readonly (readonly [number, number])[];
  /** Where entries are in the one list that the other has not. In order. */
  readonly removed: readonly number[];
  /** Where entries are in the other list that the one has not. In order. */
  readonly added: readonly number[];
}

type List = readonly Json[];

/**
 * Finds which entries of a list stay, which go and which are new.
 *
 * Entries are told apart by their keys, where the API has keys for them. Without keys only what stays alike at the
 * beginning and the end is known, and what is between is told apart by its positions.
 *
 * @returns Undefined where entries change places, or cannot be told apart: the list is to be replaced whole.
 */
export function listChanges(one: List, other: List, rule: ListRule): ListChanges | undefined {
  const [before, after] = [keysOf(one, rule), keysOf(other, rule)];
  return before === undefined || after === undefined ? byPosition(one, other) : byKey(before, after);
}

function keysOf(list: List, rule: ListRule): readonly string[] | undefined {
  const keys = rule.type === "map" ? list.flatMap((entry) => keyOf(entry, rule) ?? []) : [];
  return keys.length === list.length && new Set(keys).size === list.length ? keys : undefined;
}

function byKey(before: readonly string[], after: readonly string[]): ListChanges | undefined {
  const [was, is] = [new Map(before.map((key, index) => [key, index])), new Set(after)];
  const kept = after.flatMap((key, index): [number, number][] => {
    const place = was.get(key);
    return place === undefined ? [] : [[place, index]];
  });
  if (kept.some(([place], index) => index > 0 && place < kept[index - 1]![0])) return undefined;
  return {
    kept,
    removed: before.flatMap((key, index) => (is.has(key) ? [] : [index])),
    added: after.flatMap((key, index) => (was.has(key) ? [] : [index])),
  };
}

function byPosition(one: List, other: List): ListChanges | undefined {
  const shorter = Math.min(one.length, other.length);
  const start = countWhile(shorter, (index) => isEqual(one[index]!, other[index]!));
  const tail = countWhile(shorter - start, (index) => isEqual(one.at(-1 - index)!, other.at(-1 - index)!));
  const between = one.length - start - tail;
  const grown = other.length - one.length;
  const ends = Array.from({ length: tail }, (_, index): [number, number] => [
    one.length - tail + index,
    other.length - tail + index,
  ]);
  if (grown === 0) return { kept: sames(one.length), removed: [], added: [] };
  if (between === 0) return { kept: [...sames(start), ...ends], removed: [], added: range(start, grown) };
  if (between === -grown) return { kept: [...sames(start), ...ends], removed: range(start, between), added: [] };
  return undefined;
}

function sames(count: number): [number, number][] {
  return range(0, count).map((index) => [index, index]);
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

function countWhile(most: number, isSo: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isSo(count)) count++;
  return count;
}
