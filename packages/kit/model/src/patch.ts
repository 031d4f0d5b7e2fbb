import { callOf, type Call } from "./call.ts";
import type { Delta } from "./delta.ts";
import type { KubeObject } from "./kube-object.ts";

/** One environment's change to one object of the same service. */
export interface Patch {
  readonly target: KubeObject;
  readonly delta: object;
  /** The helper that makes it, such as `protectInProduction`. Undefined for a patch that is written in `configure` itself. */
  readonly helper?: string | undefined;
  /** Where `patch` was called. */
  readonly call?: Call | undefined;
}

/**
 * Changes an object in one environment.
 *
 * Takes the object itself, so that the change is typed by its kind, and a renamed object cannot be missed.
 * Write the delta as a literal: TypeScript reports a misspelt field only there.
 */
export function patch<O extends KubeObject>(target: O, delta: NoInfer<Delta<O>>): Patch {
  return withMaker({ target, delta }, { call: callOf(patch), helper: undefined });
}

/** A patch with who made it: not among what it says, so that two patches that say the same are equal. */
export function withMaker({ target, delta }: Patch, { call, helper }: Pick<Patch, "call" | "helper">): Patch {
  return Object.defineProperties({ target, delta }, { call: { value: call }, helper: { value: helper } });
}

export function isPatch(change: Patch | KubeObject): change is Patch {
  return "target" in change && "delta" in change;
}
