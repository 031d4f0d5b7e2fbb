import type { Policy } from "@kit/model";
import type { Severity, Profile } from "../finding.ts";
import type { Exemption, PolicyFields } from "./define-policy.ts";
import type { CheckOptions } from "./options.ts";
import type { Pack, PolicySeverity } from "./pack.ts";

/** A policy, and whom it is for. */
export interface PolicyLayer {
  readonly level: "repository" | "system" | "environment";
  readonly policy: Policy;
  /** The file that says it, from the repository's root. */
  readonly where: string;
  /** The line of `definePolicy` in it. Undefined where nobody knows it. */
  readonly line: number | undefined;
  /**
   * The ids of all environments that it is for: only where all are judged can one say that an exemption is not used.
   * Undefined where nobody is to say it.
   */
  readonly environments: readonly string[] | undefined;
}

/** Who says something: a policy, by itself or by one of its packs. */
export interface PolicyOrigin {
  readonly layer: PolicyLayer;
  readonly pack?: Pack;
}

/** What counts for one environment, when every policy that is for it has been read. */
export interface PolicyInForce {
  readonly profile: Profile;
  /** Undefined where it follows from the environment. */
  readonly profileBy: PolicyLayer | undefined;
  readonly packs: readonly { readonly pack: Pack; readonly layer: PolicyLayer }[];
  /** By the check's id. */
  readonly severities: ReadonlyMap<string, { readonly severity: PolicySeverity; readonly by: PolicyOrigin }>;
  readonly options: CheckOptions;
  readonly optionsBy: ReadonlyMap<string, PolicyOrigin>;
  readonly exemptions: readonly ExemptionInForce[];
}

export interface ExemptionInForce {
  readonly exemption: Exemption;
  /** In its policy, from 0. */
  readonly index: number;
  readonly layer: PolicyLayer;
}

/**
 * Puts the policies of an environment together: the later refines the earlier field by field, a pack takes the place of an
 * earlier one of its name, and exemptions add up. In one policy packs come first.
 *
 * @param layers The repository's, the system's, the environment's; valid, as `policyProblems` has it.
 * @param profile Where none of them says one.
 */
export function policyInForce(layers: readonly PolicyLayer[], profile: Profile): PolicyInForce {
  const packs = new Map<string, { readonly pack: Pack; readonly layer: PolicyLayer }>();
  const severities = new Map<string, { readonly severity: PolicySeverity; readonly by: PolicyOrigin }>();
  const options: Record<string, unknown> = {};
  const optionsBy = new Map<string, PolicyOrigin>();
  const say = (said: Pick<PolicyFields, "severities" | "options">, by: PolicyOrigin): void => {
    for (const [id, severity] of entries(said.severities)) severities.set(id, { severity, by });
    for (const [option, value] of entries(said.options)) {
      options[option] = value;
      optionsBy.set(option, by);
    }
  };
  for (const layer of layers) {
    const fields = fieldsOf(layer);
    for (const pack of fields.packs ?? []) {
      packs.set(pack.name, { pack, layer });
      say(pack, { layer, pack });
    }
    say(fields, { layer });
  }
  const profileBy = layers.findLast((layer) => fieldsOf(layer).profile !== undefined);
  const exemptions = layers.flatMap((layer) =>
    (fieldsOf(layer).exemptions ?? []).map((exemption, index) => ({ exemption, index, layer })),
  );
  return {
    profile: (profileBy === undefined ? undefined : fieldsOf(profileBy).profile) ?? profile,
    profileBy,
    packs: [...packs.values()],
    severities,
    options,
    optionsBy,
    exemptions,
  };
}

/**
 * How a finding is judged.
 *
 * @param ordinary The check's own severity in the environment's profile.
 * @param here What the check says of this one place. That it is surely broken there, no milder severity changes.
 */
export function severityOf(
  id: string,
  ordinary: PolicySeverity,
  here: Severity | undefined,
  { severities }: PolicyInForce,
): PolicySeverity {
  const wanted = severities.get(id)?.severity;
  if (wanted === undefined) return here ?? ordinary;
  return wanted !== "off" && here === "error" ? "error" : wanted;
}

function fieldsOf({ policy }: PolicyLayer): PolicyFields {
  // `definePolicy` has typed them, and `policyProblems` has looked again.
  return policy.said;
}

function entries<Fields extends object>(fields: Fields | undefined): [string, NonNullable<Fields[keyof Fields]>][] {
  return Object.entries(fields ?? {}).filter(([, value]) => value !== undefined) as [
    string,
    NonNullable<Fields[keyof Fields]>,
  ][];
}
