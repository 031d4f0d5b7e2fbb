import type { Identity, Json, JsonObject } from "@kit/kube";

/** One step of the path that a declaration names. */
export type Segment =
  /** A field, or the position of an entry. */
  | { readonly type: "token"; readonly token: string }
  /** A field, and never a position. */
  | { readonly type: "key"; readonly token: string }
  /** A field; lists on the way are passed through, as kustomize's field specs do. */
  | { readonly type: "field"; readonly token: string }
  /** The entries of a list that have these fields. */
  | { readonly type: "entry"; readonly fields: JsonObject }
  /** Any field, any entry. */
  | { readonly type: "any" }
  /** Any depth, none too. */
  | { readonly type: "deep" };

export interface MergedEntry {
  readonly fields: JsonObject;
  /** It is taken out. */
  readonly removed: boolean;
}

type Accepts = (wanted: Json | undefined, rendered: Json | undefined) => boolean;

/** What a declaration can do at the end of its path. */
export type Effect =
  /** Everything there and below. `accepts` says whether the values can be of this declaration; default: any. */
  | { readonly type: "value"; readonly accepts?: Accepts | undefined }
  /** Entries of a list that have these fields are merged into it: what is not there comes, and the order may differ. */
  | { readonly type: "entries"; readonly entries: readonly MergedEntry[] }
  /** As many entries of a list as this come or go; with `moves` others may change places. */
  | { readonly type: "edits"; readonly count: number; readonly moves: boolean };

/** An object that a declaration may select, with every name that it has had on the way. */
export interface Subject {
  readonly wanted: Identity;
  readonly rendered: Identity;
  readonly names: readonly string[];
}

export type Selects = (subject: Subject) => boolean;

/** A path of some objects that a declaration of an overlay can touch. */
export interface Claim {
  /** Where it stands: `overlays/prod/kustomization.yaml, patches[0]`. */
  readonly by: string;
  /** The kustomization, from the repository's root. */
  readonly file: string;
  /** Where it stands in there, such as `patches`, 0. */
  readonly place: readonly (string | number)[];
  readonly selects: Selects;
  readonly path: readonly Segment[];
  readonly effect: Effect;
  /** It is done before the environment's component is; positions in lists are those of that moment. */
  readonly below: boolean;
}

export const deep: Segment = { type: "deep" };
export const any: Segment = { type: "any" };

export function tokens(...names: readonly string[]): Segment[] {
  return names.map((name) => ({ type: "token", token: name }));
}
