import { argumentError } from "@kit/errors";
import type { Environment } from "@kit/model";
import type { SecretsOptions } from "./environment.ts";

/**
 * The namespace that the Secrets of an environment belong to, unless another is named.
 *
 * @throws UserError where the name is invalid: to kubectl an empty one is that of the context.
 */
export function secretsNamespace({ namespace: own }: Environment, { namespace }: SecretsOptions): string {
  if (namespace === undefined) return own;
  if (/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) return namespace;
  throw argumentError(
    `--namespace is ${JSON.stringify(namespace)}, and no namespace is called so`,
    `leave it out for ${JSON.stringify(own)}, the environment's own; a name has lower-case letters, digits and -, at most 63`,
  );
}
