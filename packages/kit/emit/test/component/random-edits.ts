import { isList, isMap, type Json, type JsonObject } from "@kit/kube";
import fc from "fast-check";
import { findLost } from "../../src/index.ts";
import { jsonValue, text } from "../json-values.ts";

/** Where a change is made, as a number for each level, and what is put there. */
interface Edit {
  readonly way: readonly number[];
  readonly what: number;
  readonly key: string;
  readonly value: Json;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  way: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 }),
  what: fc.nat({ max: 5 }),
  key: text.filter((key) => findLost({ [key]: 1 }).length === 0),
  value: jsonValue.filter((value) => findLost(value).length === 0),
});

/** Random changes: fields and entries come, go, move, and get another value or another type. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { minLength: 1, maxLength: 8 });

/** @param free Whether a map or list may become something else, and a list get any entry. */
export function edited(object: JsonObject, changes: readonly Edit[], free: boolean): JsonObject {
  return changes.reduce<JsonObject>((at, change) => changed(at, change.way, { ...change, free }) as JsonObject, object);
}

type Change = Edit & { readonly free: boolean };

function changed(at: Json, [first = 0, ...way]: readonly number[], change: Change): Json {
  if (isList(at)) return changedList(at, first, way, change);
  if (!isMap(at)) return change.free || (!isMap(change.value) && !isList(change.value)) ? change.value : "changed";
  const fields = Object.keys(at);
  const field = fields[first % (fields.length + 1)];
  if (field === undefined) return { ...at, [change.key]: change.value };
  if (way.length > 0) return { ...at, [field]: changed(at[field]!, way, change) };
  if (change.what < 2) return Object.fromEntries(Object.entries(at).filter(([key]) => key !== field));
  return { ...at, [field]: change.free ? change.value : changed(at[field]!, [first], change) };
}

function changedList(list: readonly Json[], first: number, way: readonly number[], change: Change): Json {
  const index = first % (list.length + 1);
  const entry = list[index];
  const value = change.free ? change.value : list[0];
  if (value === undefined) return list;
  if (entry === undefined) return [...list, value];
  if (way.length > 0) return list.with(index, changed(entry, way, change));
  if (change.what === 0) return list.toSpliced(index, 1);
  if (change.what === 1) return list.toSpliced(index, 0, value);
  if (change.what === 2) return [...list.toSpliced(index, 1), entry];
  if (change.what === 3) return [entry, ...list.toSpliced(index, 1)];
  return list.with(index, value);
}
