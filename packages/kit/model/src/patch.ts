import type { KubeObject } from "./kube-object.ts";

/**
 * What may be changed in an object: any part of it, `null` where an optional map entry or field goes.
 *
 * A list is given whole, as the API's strategic merge reads it: entries with a merge key (containers by
 * name, ports by number) change the entry of that key, other lists are replaced.
 */
export type Delta<O extends KubeObject> = DeltaOf<Omit<O, keyof TypeMeta>> & SameObject;

// Another name would be another object.
interface SameObject {
  readonly metadata?: { readonly name?: never; readonly namespace?: never };
}

type TypeMeta = Pick<KubeObject, "apiVersion" | "kind" | "validate" | "toJSON">;
type Deletable<T, K extends keyof T> = {} extends Pick<T, K> ? null : never;
type DeltaOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeltaOf<T[K]> | Deletable<T, K> }
    : T;

/** One environment's change to one object of the same service. */
export interface Patch {
  readonly target: KubeObject;
  readonly delta: object;
}

/**
 * Changes an object in one environment.
 *
 * Takes the object itself, so that the change is typed by its kind, and a renamed object cannot be missed.
 * Write the delta as a literal: TypeScript reports a misspelt field only there.
 */
export function patch<O extends KubeObject>(target: O, delta: NoInfer<Delta<O>>): Patch {
  return { target, delta };
}

export function isPatch(change: Patch | KubeObject): change is Patch {
  return "target" in change && "delta" in change;
}
