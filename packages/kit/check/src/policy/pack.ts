import type { Severity } from "../finding.ts";
import type { ExemptibleId } from "./exemptible-ids.ts";
import type { CheckOptions } from "./options.ts";

/** How a check is judged by a policy: `off` leaves it out. */
export type PolicySeverity = Severity | "off";

/** A severity for some of the checks that may be changed. */
export type Severities = Readonly<Partial<Record<ExemptibleId, PolicySeverity>>>;

/** Rules that belong together: checks that it switches on or judges harder, and what they are told. */
export interface Pack {
  readonly [packMark]: true;
  /** The function that makes it. */
  readonly name: string;
  /** What that was given. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly severities: Severities;
  readonly options: CheckOptions;
}

const packMark: unique symbol = Symbol.for("typed-manifests/pack");

/** Makes a pack; `options` may be wrong where untyped code gave them, which is said when a policy is read. */
export function pack(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  severities: Severities,
  options: CheckOptions = {},
): Pack {
  return { [packMark]: true, name, parameters, severities, options };
}

/** Whether a value is what a function of packs returns. */
export function isPack(value: unknown): value is Pack {
  return typeof value === "object" && value !== null && packMark in value;
}
