import { checkPolicy, type CheckPolicy, type Exemption } from "@kit/model";
import type { CheckOptions } from "./check-options.ts";
import type { ExemptibleId } from "./exemptible-ids.ts";

/**
 * Says how the checks judge an environment.
 *
 * An exemption's check is one of those that may be exempted: what the API server refuses may not.
 */
export function defineChecks(policy: {
  readonly profile?: "development" | "production";
  readonly exemptions?: readonly Exemption<ExemptibleId>[];
  readonly options?: CheckOptions;
}): CheckPolicy {
  const { profile, exemptions = [], options = {} } = policy;
  return { [checkPolicy]: true, profile, exemptions, options: { ...options } };
}
