import { targetNamespace } from "@kit/secrets";
import { readRenderedEnvironments } from "./rendered-environments.ts";
import type { SecretsOptions } from "./secrets-environment.ts";

/**
 * The namespace that the Secrets of an environment belong to: where its rendered objects are, unless another is named.
 *
 * @throws UserError where it has not been rendered, or its objects are in several.
 */
export async function secretsNamespace(root: string, id: string, { namespace }: SecretsOptions): Promise<string> {
  if (namespace !== undefined) return namespace;
  const environments = await readRenderedEnvironments(root, [id], "leave");
  const { objects } = environments.find(({ environment }) => environment.id === id)!;
  return targetNamespace(id, objects);
}
