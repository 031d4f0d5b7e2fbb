import type { Call } from "./call.ts";

/** How the checks judge, as `definePolicy` makes it: of the repository, a system or an environment. */
export interface Policy {
  readonly [policyMark]: true;
  /** What it was given, unchecked: what checks there are is not for this room to know. */
  readonly said: object;
  /** Where `definePolicy` was called. */
  readonly call: Call;
}

/**
 * Marks what `definePolicy` has made, so that a plain literal, whose ids nobody looks at, does not compile. Registered,
 * because the package that makes a policy and the command that reads it may be two instances.
 */
export const policyMark: unique symbol = Symbol.for("typed-manifests/policy");

/** Whether a value is what `definePolicy` returns. */
export function isPolicy(value: unknown): value is Policy {
  return typeof value === "object" && value !== null && policyMark in value;
}
