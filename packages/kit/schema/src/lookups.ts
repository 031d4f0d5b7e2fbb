import { groupOf } from "./group-of.ts";
import { kindOfDefinition, type DefinedVersion } from "./custom/kind-of-definition.ts";
import type { KindSchema, Path, TypeSchema } from "./schema.ts";
import { tableOfMinor } from "./minor-table.ts";
import { kubernetesMinors, type KubernetesMinor } from "./minors.ts";
import type { Table } from "./table.ts";
import { readCustomTable, readMinors, readOwnTable } from "./tables.ts";
import { typeGraph } from "./type-graph.ts";

type Kinds = ReadonlyMap<string, KindSchema>;

const ownTable = readOwnTable();
const own = kindsOf(ownTable);
const ownGroups = new Set(ownTable.groups);
let custom: Kinds | undefined;
let repository: RepositoryKinds | undefined;
const made = new Map<string, KindSchema | undefined>();

/** A kind that a repository's own definitions define. */
export type RepositoryKind = Omit<KindSchema, "type">;

/** The kinds that a repository's own definitions define, each read when it is asked for. */
export interface RepositoryKinds {
  readonly kinds: readonly RepositoryKind[];
  /** Of one of `kinds`. */
  read(apiVersion: string, kind: string): DefinedVersion;
}

/**
 * Has the lookups find the kinds of a repository's own definitions, for the time of this process. A kind that a repository
 * defines is as the repository says, in all its versions, whatever a pinned definition says of it.
 */
export function useRepositoryKinds(kinds: RepositoryKinds | undefined): void {
  repository = kinds;
  made.clear();
}

/** The version of Kubernetes that the table is of, such as `1.31.4`. */
export const kubernetesVersion: string = ownTable.sources["kubernetes"]!;

/** The same without the patch: `1.31`. */
export const kubernetesMinor: string = kubernetesVersion.split(".").slice(0, 2).join(".");

/**
 * A kind by its API version and name, or undefined where the table does not have it.
 *
 * @param minor Of the API server whose kind it may be. Default: that of the pinned one.
 */
export function findKind(apiVersion: string, kind: string, minor?: KubernetesMinor): KindSchema | undefined {
  const group = groupOf(apiVersion);
  if (isBuiltInGroup(group, minor)) return ownKinds(minor).get(keyOf(apiVersion, kind));
  return isOfRepository(group, kind) ? repositoryKind(apiVersion, kind) : customKinds().get(keyOf(apiVersion, kind));
}

/**
 * The API versions that serve a kind.
 *
 * @param group Such as `apps`; empty for the core group.
 * @param minor Of the API server that serves it. Default: that of the pinned one.
 */
export function servedVersions(group: string, kind: string, minor?: KubernetesMinor): readonly string[] {
  const kinds = isBuiltInGroup(group, minor) ? ownKinds(minor).values() : allCustom();
  return [...kinds]
    .filter((one) => one.kind === kind && groupOf(one.apiVersion) === group)
    .map((one) => one.apiVersion);
}

/**
 * Whether the API server has the group itself: no definition adds kinds to it.
 *
 * @param minor Of the API server. Default: that of the pinned one.
 */
export function isBuiltInGroup(group: string, minor?: KubernetesMinor): boolean {
  return ownGroups.has(group) || (minor !== undefined && tableOf(minor).groups.includes(group));
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

/** Every kind that anybody here describes, the repository's own definitions among them. */
export function knownKinds(): readonly RepositoryKind[] {
  return [...own.values(), ...allCustom()];
}

/** Whether a kind is only known by a definition that comes with the kit: the cluster may have another version of it. */
export function isPinned(apiVersion: string, kind: string): boolean {
  const group = groupOf(apiVersion);
  return !isBuiltInGroup(group) && !isOfRepository(group, kind) && customKinds().has(keyOf(apiVersion, kind));
}

/** The minor version after one, where the tables have it. */
export function nextMinor(minor: KubernetesMinor): KubernetesMinor | undefined {
  return kubernetesMinors[kubernetesMinors.indexOf(minor) + 1];
}

/** Whether two minor versions have the same type for a kind, as far as that is known without looking into it. */
export function isSameKind(apiVersion: string, kind: string, one: KubernetesMinor, other: KubernetesMinor): boolean {
  const [here, there] = [one, other].map((minor) => tableOf(minor).kinds[apiVersion]?.[kind]?.type);
  return here === there && here !== undefined && here < ownTable.nodes.length;
}

const tables = new Map<string, Table>();
const kindsByMinor = new Map<string, Kinds>();

function tableOf(minor: KubernetesMinor): Table {
  if (minor === kubernetesMinor) return ownTable;
  const table = tables.get(minor) ?? tableOfMinor(ownTable, readMinors().minors[minor]!);
  tables.set(minor, table);
  return table;
}

function ownKinds(minor: KubernetesMinor | undefined): Kinds {
  if (minor === undefined || minor === kubernetesMinor) return own;
  const kinds = kindsByMinor.get(minor) ?? kindsOf(tableOf(minor));
  kindsByMinor.set(minor, kinds);
  return kinds;
}

function allCustom(): RepositoryKind[] {
  const pinned = [...customKinds().values()].filter(
    ({ apiVersion, kind }) => !isOfRepository(groupOf(apiVersion), kind),
  );
  return [...pinned, ...(repository?.kinds ?? [])];
}

function isOfRepository(group: string, kind: string): boolean {
  return repository?.kinds.some((one) => one.kind === kind && groupOf(one.apiVersion) === group) ?? false;
}

function repositoryKind(apiVersion: string, kind: string): KindSchema | undefined {
  const key = keyOf(apiVersion, kind);
  if (made.has(key)) return made.get(key);
  const isServed = repository!.kinds.some((one) => one.kind === kind && one.apiVersion === apiVersion);
  const found = isServed ? kindOfDefinition(repository!.read(apiVersion, kind), customMetadata()) : undefined;
  made.set(key, found);
  return found;
}

/** The type of any custom resource's metadata: the server reads it itself, whatever the kind. */
export function customMetadata(): TypeSchema | undefined {
  return customKinds().values().next().value?.type.fields?.get("metadata");
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
