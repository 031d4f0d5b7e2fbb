import { variableOf, type SecretContract } from "./secret.ts";
import type { SecretValue } from "./secret-value.ts";

/** A variable of an env file, and the keys that get its value. */
export interface SecretVariable {
  readonly name: string;
  readonly value: SecretValue;
  /** At least one. */
  readonly targets: readonly SecretTarget[];
}

export interface SecretTarget {
  readonly secret: SecretContract;
  readonly key: string;
}

/**
 * What an env file for some contracts has: a variable for each key, and one for all keys that share a name.
 *
 * Those that the platform provides have none. In the order of the contracts.
 */
export function secretVariables(contracts: readonly SecretContract[]): SecretVariable[] {
  const targets = contracts
    .filter(({ provider }) => provider === "team")
    .flatMap((secret) => Object.keys(secret.keys).map((key): SecretTarget => ({ secret, key })));
  const byName = Map.groupBy(targets, ({ secret, key }) => variableOf(secret, key));
  return [...byName].map(([name, together]) => ({ name, value: ruleOf(together[0]!), targets: together }));
}

/** The rule for one key's value. */
export function ruleOf({ secret, key }: SecretTarget): SecretValue {
  return secret.keys[key]!.value;
}
