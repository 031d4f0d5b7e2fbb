import { groupOf } from "./group-of.ts";
import type { KindSchema, Path, TypeSchema } from "./schema.ts";
import type { Table } from "./table.ts";
import { readCustomTable, readOwnTable } from "./tables.ts";
import { typeGraph } from "./type-graph.ts";

type Kinds = ReadonlyMap<string, KindSchema>;

const ownTable = readOwnTable();
const own = kindsOf(ownTable);
const ownGroups = new Set(ownTable.groups);
let custom: Kinds | undefined;

/** The version of Kubernetes that the table is of, such as `1.31.4`. */
export const kubernetesVersion: string = ownTable.sources["kubernetes"]!;

/** The same without the patch: `1.31`. */
export const kubernetesMinor: string = kubernetesVersion.split(".").slice(0, 2).join(".");

/** A kind by its API version and name, or undefined where the table does not have it. */
export function findKind(apiVersion: string, kind: string): KindSchema | undefined {
  const kinds = isBuiltInGroup(groupOf(apiVersion)) ? own : customKinds();
  return kinds.get(keyOf(apiVersion, kind));
}

/**
 * The API versions that serve a kind.
 *
 * @param group Such as `apps`; empty for the core group.
 */
export function servedVersions(group: string, kind: string): readonly string[] {
  const kinds = [...(isBuiltInGroup(group) ? own : customKinds()).values()];
  return kinds.filter((one) => one.kind === kind && groupOf(one.apiVersion) === group).map((one) => one.apiVersion);
}

/** Whether the API server of this version has the group itself: no definition adds kinds to it. */
export function isBuiltInGroup(group: string): boolean {
  return ownGroups.has(group);
}

/**
 * The type at a place of an object of the kind.
 *
 * @param path An index for an item of a list, whichever it is; a key for a value of a map.
 * @returns Undefined where the kind has no such place, or does not say what is there.
 */
export function typeAt(schema: KindSchema, path: Path): TypeSchema | undefined {
  let type: TypeSchema | undefined = schema.type;
  for (const step of path) {
    type = typeof step === "number" ? type?.items : (type?.values ?? type?.fields?.get(step));
  }
  return type;
}

/** Every kind of the table, in the order of their API versions, the server's own first. */
export function allKinds(): readonly KindSchema[] {
  return [...own.values(), ...customKinds().values()];
}

// Most repositories have few of them, or none.
function customKinds(): Kinds {
  return (custom ??= kindsOf(readCustomTable()));
}

function kindsOf(table: Table): Kinds {
  const types = typeGraph(table);
  return new Map(
    Object.entries(table.kinds).flatMap(([apiVersion, kinds]) =>
      Object.entries(kinds).map(([kind, { namespaced, type }]): [string, KindSchema] => [
        keyOf(apiVersion, kind),
        { apiVersion, kind, namespaced, type: types[type]! },
      ]),
    ),
  );
}

function keyOf(apiVersion: string, kind: string): string {
  return `${apiVersion} ${kind}`;
}
