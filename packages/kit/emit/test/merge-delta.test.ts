import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDelta, mergeDeltas, type MergeConflict } from "../src/merge-delta.ts";
import type { JsonObject } from "@kit/kube";
import { jsonObject } from "./json-values.ts";

function merge(one: JsonObject, other: JsonObject): { merged: JsonObject; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const merged = mergeDeltas(one, other, (conflict) => conflicts.push(conflict));
  return { merged, conflicts };
}

test("joins maps and reports where values differ", () => {
  const one = { metadata: { labels: { a: "1", b: "2" } }, spec: { replicas: 2, list: [1] } };
  const other = { metadata: { labels: { b: "2", c: "3" } }, spec: { replicas: 3, list: [2], type: null } };
  expect(merge(one, other)).toEqual({
    merged: { metadata: { labels: { a: "1", b: "2", c: "3" } }, spec: { replicas: 2, list: [1], type: null } },
    conflicts: [
      { path: "spec.replicas", one: 2, other: 3 },
      { path: "spec.list", one: [1], other: [2] },
    ],
  });
});

test("a patch merged with itself or with nothing is the patch", () => {
  fc.assert(
    fc.property(jsonObject, (delta) => {
      expect(merge(delta, delta)).toEqual({ merged: delta, conflicts: [] });
      expect(merge(delta, {})).toEqual({ merged: delta, conflicts: [] });
      expect(merge({}, delta)).toEqual({ merged: delta, conflicts: [] });
    }),
  );
});

test("keys that every object inherits are keys like others", () => {
  const inherited = JSON.parse('{ "valueOf": "a", "__proto__": { "polluted": "b" } }') as JsonObject;
  expect(merge({}, inherited)).toEqual({ merged: inherited, conflicts: [] });
  expect(JSON.stringify(applyDelta({}, inherited))).toBe(JSON.stringify(inherited));
});

test("applying a patch sets, replaces and removes", () => {
  const map = { data: { A: "1", B: "2" }, list: [1, 2] };
  expect(applyDelta(map, { data: { A: null, C: "3" }, list: [3], more: { D: null, E: "4" } })).toEqual({
    data: { B: "2", C: "3" },
    list: [3],
    more: { E: "4" },
  });
});

test("applying a patch twice is applying it once", () => {
  fc.assert(
    fc.property(jsonObject, jsonObject, (map, delta) => {
      const once = applyDelta(map, delta);
      expect(applyDelta(once, delta)).toEqual(once);
    }),
  );
});
