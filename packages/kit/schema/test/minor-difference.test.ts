import { expect, test } from "vitest";
import { minorDifference } from "../src/make/minor-difference.ts";
import { tableOfMinor } from "../src/minor-table.ts";
import type { Table, TableNode } from "../src/table.ts";

const text: TableNode = { type: "string" };
const tree: TableNode = { type: "object", fields: { left: 3, name: 0 } };

/** A table of one group. `Plain` has a name, `Tree` has itself in it, `Old` is in one alone. */
function tableOf(version: string, nodes: readonly TableNode[], kinds: Readonly<Record<string, number>>): Table {
  const all = Object.entries(kinds).map(([kind, type]) => [kind, { namespaced: true, type }]);
  const served = { "example.com/v1": Object.fromEntries(all) as Table["kinds"][string] };
  return { sources: { kubernetes: version }, groups: ["example.com"], nullIsTaken: true, kinds: served, nodes };
}

const plain: TableNode = { type: "object", fields: { name: 0 } };
const pinned = tableOf("1.31.4", [text, plain, text, tree], { Old: 1, Plain: 1, Tree: 3 });

test("nothing differs from itself, also where a type is there twice", () => {
  expect(minorDifference(pinned, pinned)).toEqual({ kubernetes: "1.31.4", kinds: {}, nodes: [] });
  const twice: TableNode = { type: "object", fields: { name: 2 } };
  const other = tableOf("1.31.5", [text, twice, text, tree], { Old: 1, Plain: 1, Tree: 3 });
  expect(minorDifference(pinned, other).kinds).toEqual({});
});

test("what differs is a type of its own, after those of the pinned table, and what is gone is null", () => {
  const more: TableNode = { type: "object", fields: { name: 2, size: 0 } };
  const nodes = [{ type: "integer" } as const, more, text, { ...tree, fields: { left: 3, name: 2 } }];
  const other = tableOf("1.32.0", nodes, { New: 2, Plain: 1, Tree: 3 });
  const difference = minorDifference(pinned, other);
  expect(difference).toEqual({
    kubernetes: "1.32.0",
    kinds: {
      "example.com/v1": { New: { namespaced: true, type: 0 }, Old: null, Plain: { namespaced: true, type: 5 } },
    },
    nodes: [{ type: "integer" }, { type: "object", fields: { name: 0, size: 4 } }],
  });
  const { kinds, nodes: all } = tableOfMinor(pinned, difference);
  expect(Object.keys(kinds["example.com/v1"]!).toSorted()).toEqual(["New", "Plain", "Tree"]);
  expect(all[kinds["example.com/v1"]!["Plain"]!.type]).toEqual({ type: "object", fields: { name: 0, size: 4 } });
});

test("a type in itself that differs is refused: nobody has seen one", () => {
  const nodes = [text, plain, text, { type: "object", fields: { left: 3, right: 3 } } as const];
  expect(() => minorDifference(pinned, tableOf("1.32.0", nodes, { Tree: 3 }))).toThrow(
    "Kubernetes 1.32.0 has a type in itself that the pinned one lacks: left, right",
  );
});
