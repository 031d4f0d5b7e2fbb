import { nodesOf } from "@kit/capacity";
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import { missingDefinitions, rehearse, type Rehearsal } from "@kit/rehearse";
import {
  defaultRef,
  readRenderedEnvironments,
  renderedAt,
  usedDefinitions,
  type RenderedEnvironment,
} from "@kit/repository";
import { progress } from "@kit/terminal";

const components: readonly Component[] = ["scheduler", "controllers", "kwok"];

/**
 * Rehearses environments over what a ref has, one after the other, each on a control plane of its own.
 *
 * @param ids The environments; none is all.
 * @param from The ref. Default: where the branch began.
 */
export async function* rehearseEnvironments(
  root: string,
  ids: readonly string[],
  from?: string,
): AsyncGenerator<Rehearsal> {
  const environments = await readRenderedEnvironments(root, ids);
  const ref = from ?? defaultRef(root);
  const deployed = renderedAt(root, ref);
  const named = environments.filter(({ environment: { id } }) => ids.length === 0 || ids.includes(id));
  const wanted = named.map(({ environment, objects }) => ({
    environment,
    objects,
    before: deployed(environment.id),
    neighbours: neighboursOf(environment, environments).flatMap(deployed),
  }));
  const prepare = { env: process.env, onProgress: progress };
  await preparePrograms({ components, ...prepare });
  for (const { environment, objects, before, neighbours } of wanted) {
    const all = [...objects, ...before, ...neighbours];
    const definitions = await missingDefinitions(all, prepare, usedDefinitions(root, all));
    progress(`rehearsing ${environment.id} over ${ref}`);
    await using cluster = await startControlPlane({ components, env: process.env });
    yield await rehearse({
      cluster,
      nodes: nodesOf(environment.cluster),
      contracts: environment.secrets ?? [],
      environment: environment.id,
      before: { ref, manifests: before },
      manifests: objects,
      neighbours,
      definitions,
    });
  }
}

/** The ids of the other environments on the same cluster. */
function neighboursOf(
  { id, cluster }: RenderedEnvironment["environment"],
  environments: readonly RenderedEnvironment[],
): string[] {
  const others = environments.map(({ environment }) => environment);
  return others.filter((other) => other.cluster.id === cluster.id && other.id !== id).map((other) => other.id);
}
