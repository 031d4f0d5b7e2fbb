import { prepareDefinitions, type Definition } from "@kit/control-plane";
import { groupOf } from "@kit/kube";
import type { Manifest } from "./manifest.ts";

/** What preparing definitions depends on. */
type PrepareOptions = Parameters<typeof prepareDefinitions>[1];

/**
 * The CustomResourceDefinitions of the objects' kinds that the objects do not bring themselves, where the control plane
 * has them.
 *
 * @param repository Those that the repository has itself, which hold where there are others of their kinds.
 * @throws UserError where they have to be fetched and there is no Go.
 * @throws EnvironmentFailure where Go cannot fetch them.
 */
export async function missingDefinitions(
  manifests: readonly Manifest[],
  options: PrepareOptions,
  repository: readonly Definition[] = [],
): Promise<readonly Definition[]> {
  const own = new Set(manifests.flatMap(({ data }) => definedKind(data.spec, data.kind) ?? []));
  const used = new Set(manifests.map(({ data }) => keyOf(groupOf(data.apiVersion), data.kind)));
  const wanted = repository.filter(({ spec: { group, names } }) => !own.has(keyOf(group, names.kind)));
  const had = new Set([...own, ...wanted.map(({ spec: { group, names } }) => keyOf(group, names.kind))]);
  const missing = used.difference(had);
  const groups = new Set([...missing].map((key) => key.split(" ", 1)[0]!));
  const definitions = await prepareDefinitions([...groups], options);
  return [...wanted, ...definitions.filter(({ spec: { group, names } }) => missing.has(keyOf(group, names.kind)))];
}

/** The kind that an object defines, where it is a definition. */
function definedKind(spec: object | undefined, kind: string): string | undefined {
  if (kind !== "CustomResourceDefinition" || spec === undefined) return undefined;
  const { group, names } = spec as Partial<Definition["spec"]>;
  return group === undefined || names === undefined ? undefined : keyOf(group, names.kind);
}

function keyOf(group: string, kind: string): string {
  return `${group} ${kind}`;
}
