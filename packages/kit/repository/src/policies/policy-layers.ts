import { policyInForce, policyProblems, type PolicyInForce, type PolicyLayer } from "@kit/check";
import { packagePlace, stackOf, UserError } from "@kit/errors";
import { isAsProduction, isPolicy, type Environment, type Policy } from "@kit/model";
import { loadPolicy, type LoadedSystem } from "@kit/workspace";

/** The policies that are for an environment: the repository's, its system's, its own. */
export type LayersOf = (environment: Environment) => readonly PolicyLayer[];

/**
 * Reads the policies of a repository, of systems and of their environments.
 *
 * @throws UserError where one of them is wrong.
 */
export async function policyLayers(root: string, systems: readonly LoadedSystem[]): Promise<LayersOf> {
  const ids = systems.flatMap(({ environments }) => environments.map(({ id }) => id));
  const ofRepository = await loadedLayer(root, ids);
  const layers = new Map<Environment, readonly PolicyLayer[]>();
  for (const { environments, policy, entry } of systems) {
    const own = environments.map(({ id }) => id);
    const shared = [...ofRepository, ...layer(root, "system", policy, entry, own)];
    for (const environment of environments) {
      const { id, policy: refining } = environment;
      layers.set(environment, [...shared, ...layer(root, "environment", refining, entry, [id])]);
    }
  }
  throwIfWrong([...layers.values()].flat());
  return (environment) => layers.get(environment) ?? ofRepository;
}

/**
 * The repository's own policy, for files that belong to no environment. Whether they need its exemptions nobody can tell.
 *
 * @throws UserError where it is wrong.
 */
export async function repositoryLayer(root: string): Promise<readonly PolicyLayer[]> {
  const layers = await loadedLayer(root, undefined);
  throwIfWrong(layers);
  return layers;
}

/** What counts for an environment. */
export function policyOf(environment: Environment, layersOf: LayersOf): PolicyInForce {
  return policyInForce(layersOf(environment), profileOf(environment));
}

/** How strict an environment is judged where no policy says it. */
export function profileOf(
  environment: Pick<Environment, "environment" | "asProduction">,
): "development" | "production" {
  return isAsProduction(environment) ? "production" : "development";
}

async function loadedLayer(root: string, environments: readonly string[] | undefined): Promise<PolicyLayer[]> {
  const loaded = await loadPolicy(root);
  return loaded === undefined ? [] : layer(root, "repository", loaded.policy, loaded.entry, environments);
}

function layer(
  root: string,
  level: PolicyLayer["level"],
  policy: Policy | undefined,
  entry: string,
  environments: readonly string[] | undefined,
): PolicyLayer[] {
  if (policy === undefined) return [];
  const place = isPolicy(policy) ? packagePlace(stackOf(policy.call), root) : undefined;
  const [, where = entry, line] = /^(.*?):(\d+)(?::\d+)?$/.exec(place ?? "") ?? [];
  return [{ level, policy, where, line: line === undefined ? undefined : Number(line), environments }];
}

function throwIfWrong(layers: readonly PolicyLayer[]): void {
  const distinct = new Map(layers.map((one) => [one.policy, one]));
  UserError.throwIfAny(
    [...distinct.values()].flatMap(({ policy, where, line }) => policyProblems(policy, policyPlace(where, line))),
  );
}

/** `packages/shop/environments/src/policy.ts:5`. */
export function policyPlace(where: string, line: number | undefined): string {
  return line === undefined ? where : `${where}:${line}`;
}
