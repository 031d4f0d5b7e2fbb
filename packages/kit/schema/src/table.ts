import type { Limits, TypeName } from "./schema.ts";

/** Kinds and their types as data: what `pnpm schema` writes and this room looks up. */
export interface Table {
  /** What it was made of: `kubernetes` and its version, or a project and its module. */
  readonly sources: Readonly<Record<string, string>>;
  /** The API groups, those without kinds that can be applied among them; empty for the core group. */
  readonly groups: readonly string[];
  /** Whether null is taken for any value, as if it were not written; else for those only that say so. */
  readonly nullIsTaken: boolean;
  /** By API version and kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, TableKind>>>>;
  /** Every type once, known by its place in this list. */
  readonly nodes: readonly TableNode[];
}

export interface TableKind {
  readonly namespaced: boolean;
  /** The place of its type in the list. */
  readonly type: number;
}

/** A TypeSchema whose parts are known by their places in the list. */
export interface TableNode {
  readonly type: TypeName;
  readonly fields?: Readonly<Record<string, number>>;
  readonly required?: readonly string[];
  readonly filled?: readonly string[];
  readonly values?: number;
  readonly items?: number;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly listType?: "map" | "set" | "atomic";
  readonly keys?: readonly string[];
  readonly keyDefaults?: Readonly<Record<string, unknown>>;
  readonly mergeKey?: string;
  readonly immutable?: true;
  readonly default?: unknown;
  readonly open?: true;
  readonly nullable?: true;
  readonly limits?: Limits;
}
