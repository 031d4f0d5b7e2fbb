import type { Table, TableKind, TableNode } from "./table.ts";

/** What differs in other minor versions. */
export interface MinorTables {
  /** Tells the pinned table that they differ from: its digest. */
  readonly pinned: string;
  /** By minor version. */
  readonly minors: Readonly<Record<string, MinorTable>>;
}

/** What differs in the table of another minor version from that of the pinned one. */
export interface MinorTable {
  /** The version that was asked, such as `1.30.4`. */
  readonly kubernetes: string;
  /** The API groups, where they are others. */
  readonly groups?: readonly string[];
  /** The kinds that are not the same there; null where it does not serve them. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, TableKind | null>>>>;
  /** The types that only it has: their places begin where those of the pinned table end. */
  readonly nodes: readonly TableNode[];
}

/** The whole table of a minor version. */
export function tableOfMinor(pinned: Table, { kubernetes, groups, kinds, nodes }: MinorTable): Table {
  const versions = new Set([...Object.keys(pinned.kinds), ...Object.keys(kinds)]);
  const all = [...versions].toSorted().map((apiVersion) => {
    const served = { ...pinned.kinds[apiVersion], ...kinds[apiVersion] };
    return [apiVersion, Object.fromEntries(Object.entries(served).filter(([, kind]) => kind !== null))] as const;
  });
  return {
    ...pinned,
    sources: { kubernetes },
    groups: groups ?? pinned.groups,
    kinds: Object.fromEntries(all) as Table["kinds"],
    nodes: [...pinned.nodes, ...nodes],
  };
}
