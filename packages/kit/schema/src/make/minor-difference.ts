import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { MinorTable, MinorTables } from "../minor-table.ts";
import type { Table, TableKind, TableNode } from "../table.ts";
import { formatTable } from "./format-table.ts";

/**
 * What differs in the table of another minor version: its types are those of the pinned table, as far as that has them. In both
 * tables a type may be there more than once: what the server insists on was asked for each.
 */
export function minorDifference(pinned: Table, other: Table): MinorTable {
  const known = new Map<string, number>();
  const ofPinned = places(pinned, known, (_, place) => place);
  for (const place of pinned.nodes.keys()) ofPinned(place);
  const nodes: TableNode[] = [];
  const ofOther = places(other, known, (node, place) => {
    const same = isInItself(other, place) ? pinned.nodes.findIndex((_, at) => isSame(other, place, pinned, at)) : -1;
    return same === -1 ? pinned.nodes.length + nodes.push(node()) - 1 : ofPinned(same);
  });
  const kinds = Object.entries(versionsOf(pinned, other)).flatMap(([apiVersion, names]) => {
    const differing = names.flatMap((name): [string, TableKind | null][] => {
      const [here, there] = [pinned, other].map(({ kinds: of }) => of[apiVersion]?.[name]);
      if (there === undefined) return [[name, null]];
      const kind = { ...there, type: ofOther(there.type) };
      const isSameKind = here !== undefined && isDeepStrictEqual(kind, { ...here, type: ofPinned(here.type) });
      return isSameKind ? [] : [[name, kind]];
    });
    return differing.length === 0 ? [] : [[apiVersion, Object.fromEntries(differing)] as const];
  });
  const hasSameGroups = isDeepStrictEqual(pinned.groups, other.groups);
  return {
    kubernetes: other.sources["kubernetes"]!,
    ...(hasSameGroups ? {} : { groups: other.groups }),
    kinds: Object.fromEntries(kinds),
    nodes,
  };
}

/**
 * Where the types of a table are among all that are known: a type that is known already is at its first place.
 *
 * @param place Where one is that is not known; of one that has itself among its parts, `node` must not be asked.
 */
function places(
  table: Table,
  known: Map<string, number>,
  place: (node: () => TableNode, at: number) => number,
): (at: number) => number {
  const found = new Map<number, number>();
  const placeOf = (at: number): number => {
    const before = found.get(at);
    if (before !== undefined) return before;
    if (isInItself(table, at)) {
      const own = place(() => unlike(table, at), at);
      found.set(at, own);
      return own;
    }
    const node = translated(table.nodes[at]!, placeOf);
    const text = JSON.stringify(node);
    const own = known.get(text) ?? place(() => node, at);
    known.set(text, own);
    found.set(at, own);
    return own;
  };
  return placeOf;
}

// The schema of a definition's own schema has been the same in all of them.
function unlike({ sources, nodes }: Table, at: number): never {
  const names = Object.keys(nodes[at]!.fields ?? {}).join(", ");
  throw new Error(`Kubernetes ${sources["kubernetes"]} has a type in itself that the pinned one lacks: ${names}`);
}

/** Whether a type has itself among its parts, as the schema of a definition has. */
function isInItself({ nodes }: Table, place: number): boolean {
  const seen = new Set<number>();
  const pending = partsOf(nodes[place]!);
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next === place) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...partsOf(nodes[next]!));
  }
  return false;
}

/** Whether two types are the same, with all that is in them: two that are being compared already count as the same. */
function isSame(one: Table, at: number, other: Table, there: number, assumed = new Set<string>()): boolean {
  const pair = `${at} ${there}`;
  if (assumed.has(pair)) return true;
  assumed.add(pair);
  const [own, its] = [one.nodes[at]!, other.nodes[there]!];
  const [parts, theirs] = [partsOf(own), partsOf(its)];
  return shape(own) === shape(its) && parts.every((part, index) => isSame(one, part, other, theirs[index]!, assumed));
}

/** What a type says but for its parts. */
function shape(node: TableNode): string {
  return JSON.stringify(translated(node, () => 0));
}

function partsOf({ fields = {}, values, items }: TableNode): number[] {
  return [...Object.values(fields), ...[values, items].flatMap((part) => part ?? [])];
}

/** The names of the kinds that either has, by API version. */
function versionsOf(one: Table, other: Table): Record<string, string[]> {
  const versions = [...new Set([...Object.keys(one.kinds), ...Object.keys(other.kinds)])].toSorted();
  return Object.fromEntries(
    versions.map((apiVersion) => {
      const names = [one, other].flatMap(({ kinds }) => Object.keys(kinds[apiVersion] ?? {}));
      return [apiVersion, [...new Set(names)].toSorted()];
    }),
  );
}

/** A type whose parts are known by other places. The order of its fields stays: it is part of what it says. */
function translated(node: TableNode, placeOf: (place: number) => number): TableNode {
  const { fields, values, items } = node;
  return {
    ...node,
    ...(fields === undefined
      ? {}
      : { fields: Object.fromEntries(Object.entries(fields).map(([name, place]) => [name, placeOf(place)])) }),
    ...(values === undefined ? {} : { values: placeOf(values) }),
    ...(items === undefined ? {} : { items: placeOf(items) }),
  };
}

/** The tables of other minor versions as JSON: a line for each kind's versions and each type. */
export function formatMinors(pinned: Table, minors: MinorTables["minors"]): string {
  const all = Object.entries(minors).map(([minor, { kinds, nodes, ...head }]) => {
    const types = nodes.map((node) => JSON.stringify(node));
    return `${JSON.stringify(minor)}:{\n${rows(head)},\n"kinds":{\n${rows(kinds)}\n},\n"nodes":[\n${types.join(",\n")}\n]}`;
  });
  return `{\n"pinned":${JSON.stringify(digestOf(pinned))},\n"minors":{\n${all.join(",\n")}\n}}\n`;
}

/** Tells one table from another: what refers to its types by their places is of no other. */
export function digestOf(table: Table): string {
  return createHash("sha256").update(formatTable(table)).digest("hex");
}

function rows(all: object): string {
  return Object.entries(all)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(",\n");
}
