import { callOf, policyMark, type Policy } from "@kit/model";
import type { Profile } from "../finding.ts";
import type { ExemptibleId } from "./exemptible-ids.ts";
import type { CheckOptions } from "./options.ts";
import type { Pack, Severities } from "./pack.ts";

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

/** What a policy says. What one leaves out, the one above it says, or the checks themselves. */
export interface PolicyFields {
  /** How strict. Default: `development` where the environment is one, else `production`. */
  readonly profile?: Profile;
  /** Rules that are off, or milder, where nobody switches them on. */
  readonly packs?: readonly Pack[];
  /** How checks are judged, over what packs say; `off` leaves a check out. */
  readonly severities?: Severities;
  /** Values that checks take, over those of packs. */
  readonly options?: CheckOptions;
  /** Of single objects. Those of the repository, the system and the environment add up. */
  readonly exemptions?: readonly Exemption<ExemptibleId>[];
}

/**
 * Says how the checks judge: the repository (`packages/policy`), a system (`defineSystem`) or an environment
 * (`defineEnvironment`). The later refines the earlier, field by field.
 *
 * What the API server refuses, it refuses all the same: the checks that say so can be neither changed nor exempted.
 */
export function definePolicy(policy: PolicyFields): Policy {
  return { [policyMark]: true, said: policy, call: callOf(definePolicy) };
}
