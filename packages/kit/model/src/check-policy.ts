/** What an environment says about the checks that judge it. `defineChecks` makes it. */
export interface CheckPolicy {
  readonly [checkPolicy]: true;
  /** How strict. Default: `development` where the environment is one, else `production`. */
  readonly profile?: "development" | "production" | undefined;
  readonly exemptions: readonly Exemption[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Findings that are known and accepted. */
export interface Exemption<Id extends string = string> {
  readonly check: Id;
  /** `Deployment/backend`, where a `*` stands for any part of a name; of an overlay's file, its path. */
  readonly object: string;
  /** A text that the finding's message must have, such as a variable's name. Default: any. */
  readonly about?: string;
  /** Why it is accepted, for its reviewer. */
  readonly reason: string;
  /** The last day on which it holds, as `2027-01-31`. Default: it holds for good. */
  readonly until?: string;
}

/** Marks what `defineChecks` has made, so that a plain literal, whose ids nobody looks at, does not compile. */
export const checkPolicy: unique symbol = Symbol("CheckPolicy");

/** Whether a value is what `defineChecks` returns. */
export function isCheckPolicy(value: unknown): boolean {
  return typeof value === "object" && value !== null && checkPolicy in value;
}
