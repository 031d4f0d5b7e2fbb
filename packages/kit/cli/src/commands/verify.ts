import { forJson } from "@kit/text";
import { preparePrograms, startControlPlane } from "@kit/control-plane";
import { exitCodes } from "@kit/errors";
import { identityOf } from "@kit/kube";
import { formatVerdicts, missingDefinitions, verify, type Note, type EnvironmentVerdict } from "@kit/rehearse";
import { overlayTexts } from "@kit/render";
import { print, progress } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import {
  objectOrigins,
  readRenderedEnvironments,
  renderedAt,
  usedDefinitions,
  type RenderedEnvironment,
} from "@kit/repository";
import definition from "../definitions/verify.ts";

export default implement(definition, async ({ root, positionals, values, format }) => {
  const environments = await readRenderedEnvironments(root, positionals);
  const deployed = values.base === undefined ? undefined : renderedAt(root, values.base);
  const prepare = { env: process.env, onProgress: progress };
  await preparePrograms(prepare);
  const clusters = Map.groupBy(environments, ({ environment }) => environment.cluster.id);
  const verdicts = await Promise.all(
    [...clusters.values()].map(async (together) => {
      const before = together.flatMap(({ environment }) => deployed?.(environment.id) ?? []);
      const manifests = [...together.flatMap(({ objects }) => objects), ...before];
      const definitions = await missingDefinitions(manifests, prepare, usedDefinitions(root, manifests));
      return verifyCluster(root, together, values.base, deployed, definitions);
    }),
  );
  const all = verdicts.flat();
  print(format === "json" ? `${forJson(all)}\n` : formatVerdicts(all));
  return all.every(({ refusals }) => refusals.length === 0) ? exitCodes.ok : exitCodes.finding;
});

/** Environments of one cluster are verified on one server, one after the other: what clashes shows. */
async function verifyCluster(
  root: string,
  together: readonly RenderedEnvironment[],
  ref: string | undefined,
  deployed: ReturnType<typeof renderedAt> | undefined,
  definitions: Awaited<ReturnType<typeof missingDefinitions>>,
): Promise<EnvironmentVerdict[]> {
  await using cluster = await startControlPlane({ env: process.env });
  const verdicts: EnvironmentVerdict[] = [];
  for (const { environment, objects } of together) {
    const notes: Note[] = [];
    const refusals = await verify({
      cluster,
      manifests: objects,
      beside: together.flatMap(({ objects: others }) => (others === objects ? [] : others)),
      definitions,
      onNote: (note) => notes.push(note),
      base: ref === undefined || deployed === undefined ? undefined : { ref, manifests: deployed(environment.id) },
    });
    const originOf = objectOrigins(environment.id, overlayTexts(root, environment.id).texts);
    const sources = new Map(
      objects.map(({ where, data }) => [where, originOf(identityOf(data))?.packages.join(" and ")]),
    );
    const traced = refusals.map((refusal) => ({ ...refusal, source: sources.get(refusal.where) }));
    verdicts.push({
      environment: environment.id,
      objects: objects.length,
      refusals: traced,
      ...(notes.length === 0 ? {} : { notes }),
    });
  }
  return verdicts;
}
