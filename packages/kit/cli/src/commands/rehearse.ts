import { nodesOf } from "@kit/capacity";
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import { exitCodes } from "@kit/errors";
import {
  hurts,
  missingDefinitions,
  rehearsalsAsJson,
  rehearsalsAsMarkdown,
  rehearsalsAsText,
  rehearse,
  type Rehearsal,
} from "@kit/rehearse";
import { print, progress } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import {
  defaultRef,
  readRenderedEnvironments,
  renderedAt,
  type RenderedEnvironment,
  usedDefinitions,
} from "@kit/repository";
import definition from "../definitions/rehearse.ts";

const formats = { text: rehearsalsAsText, markdown: rehearsalsAsMarkdown, json: rehearsalsAsJson };
const components: readonly Component[] = ["scheduler", "controllers", "kwok"];

export default implement(definition, async ({ root, positionals, values, format }) => {
  const environments = await readRenderedEnvironments(root, positionals);
  const ref = values.from ?? defaultRef(root);
  const deployed = renderedAt(root, ref);
  const named = environments.filter(({ environment: { id } }) => positionals.length === 0 || positionals.includes(id));
  const wanted = named.map(({ environment, objects }) => ({
    environment,
    objects,
    before: deployed(environment.id),
    neighbours: neighboursOf(environment, environments).flatMap(deployed),
  }));
  const prepare = { env: process.env, onProgress: progress };
  await preparePrograms({ components, ...prepare });
  const rehearsals: Rehearsal[] = [];
  for (const { environment, objects, before, neighbours } of wanted) {
    const all = [...objects, ...before, ...neighbours];
    const definitions = await missingDefinitions(all, prepare, usedDefinitions(root, all));
    progress(`rehearsing ${environment.id} over ${ref}`);
    await using cluster = await startControlPlane({ components, env: process.env });
    const rehearsal = await rehearse({
      cluster,
      nodes: nodesOf(environment.cluster),
      contracts: environment.secrets ?? [],
      environment: environment.id,
      before: { ref, manifests: before },
      manifests: objects,
      neighbours,
      definitions,
    });
    rehearsals.push(rehearsal);
  }
  print(formats[format](rehearsals));
  return rehearsals.some(hurts) ? exitCodes.finding : exitCodes.ok;
});

/** The ids of the other environments on the same cluster. */
function neighboursOf(
  { id, cluster }: RenderedEnvironment["environment"],
  environments: readonly RenderedEnvironment[],
): string[] {
  const others = environments.map(({ environment }) => environment);
  return others.filter((other) => other.cluster.id === cluster.id && other.id !== id).map((other) => other.id);
}
