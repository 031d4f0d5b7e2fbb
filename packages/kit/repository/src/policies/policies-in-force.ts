import { selectEnvironments } from "@kit/build";
import type { EnvironmentPolicy } from "@kit/check";
import { importStation } from "@kit/workspace";
import { policyLayers, policyOf } from "./policy-layers.ts";

/**
 * What the checks judge environments by.
 *
 * @param named Their ids. None: all.
 * @throws UserError where a name is unknown, or a policy is wrong.
 */
export async function policiesInForce(root: string, named: readonly string[]): Promise<EnvironmentPolicy[]> {
  const systems = await importStation.run({ root });
  const environments = systems.flatMap((system) => system.environments);
  selectEnvironments(
    environments.map(({ id }) => id),
    named,
  );
  const layersOf = await policyLayers(root, systems);
  return environments
    .filter(({ id }) => named.length === 0 || named.includes(id))
    .map((environment) => ({ id: environment.id, policy: policyOf(environment, layersOf) }));
}
