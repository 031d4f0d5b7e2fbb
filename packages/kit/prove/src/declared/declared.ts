import type { Identity, Json } from "@kit/kube";
import type { Claim, Effect, Segment, Selects } from "./claim.ts";

/** An object that an overlay brings. */
interface OwnObject extends Identity {
  /** A hash of its data may follow its name. */
  readonly generated: boolean;
}

/** What an overlay's kustomizations declare. */
export interface Declared {
  readonly claims: Claim[];
  /** Who removes objects. */
  readonly removals: { readonly by: string; readonly selects: Selects }[];
  readonly own: OwnObject[];
  readonly prefixes: string[];
  readonly suffixes: string[];
  /** Names of `vars`. */
  readonly variables: string[];
  /** What brings objects that nobody can tell, such as another repository. */
  readonly unknownObjects: string[];
  /** What may change any object in a way that nobody can tell. */
  readonly unreadable: string[];
}

/** Where the declarations of one field of a kustomization go. */
export interface DeclaringField {
  readonly declared: Declared;
  readonly file: string;
  /** Such as `patches`, 0. */
  readonly place: readonly (string | number)[];
  /** `overlays/prod/kustomization.yaml, patches[0]`. */
  readonly by: string;
  readonly below: boolean;
  /** The documents of a path, or of a text in its place; undefined where they cannot be told. */
  readonly documentsOf: (pathOrText: string) => readonly Json[] | undefined;
}

export const everything: Selects = () => true;

/** Notes that a declaration can touch a path. */
export function claim(
  { declared, file, place, by, below }: DeclaringField,
  selects: Selects,
  path: readonly Segment[],
  effect: Effect = { type: "value" },
): void {
  declared.claims.push({ by, file, place, selects, path, effect, below });
}
