import type { Path } from "@kit/schema";

/** That an object names another one that it needs. */
export interface Reference {
  /** Of what is named; undefined where the field does not say. */
  readonly group: string | undefined;
  readonly kind: string;
  readonly name: string;
  /** Undefined is the object's own. */
  readonly namespace: string | undefined;
  /** The key of a ConfigMap or Secret, or the port of a Service; undefined where it is all of it. */
  readonly key: string | undefined;
  /** It may be missing. */
  readonly optional: boolean;
  /** Where the name stands, from the object's root. */
  readonly namePath: Path;
  /** Where the key stands, or the name where none is named. */
  readonly path: Path;
}
