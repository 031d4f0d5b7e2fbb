import type { KubeObject } from "@kit/model";
import { fileStem } from "@kit/tree";
import { checksumAnnotation, configChecksum } from "./config-checksum.ts";
import { orderMetadata, type EmittedObject } from "./emitted-object.ts";
import type { EnvironmentChange } from "./environment-change.ts";
import { componentKustomization, generatedFile } from "./kustomization.ts";
import { definedKinds, isMap } from "@kit/kube";
import { applyDelta } from "./merge-delta.ts";
import { namespaceTransformers } from "./namespace-transformers.ts";
import { withWave, type WavesToWrite } from "./sync-waves.ts";
import type { JsonObject } from "@kit/kube";

/** One environment of a system: its services' base objects, and what it has beyond them. */
export interface EnvironmentParts {
  readonly id: string;
  readonly namespace: string;
  /** The package of the environments. */
  readonly where: string;
  readonly base: readonly EmittedObject[];
  readonly changes: readonly EnvironmentChange[];
  /** Objects of the environment itself, such as its Namespace. */
  readonly own: readonly EmittedObject[];
}

/**
 * The files of one environment's component, by their path below `generated/`.
 *
 * @param waves Those that only this environment has.
 */
export function emitEnvironment(parts: EnvironmentParts, waves: WavesToWrite): [string, string][] {
  const deltas = new Map(parts.changes.flatMap(({ deltas: one }) => [...one]));
  const added = [...parts.own, ...parts.changes.flatMap(({ objects }) => objects)];
  const configMaps = configMapsOf([...parts.base, ...added], deltas);
  const resources = added.map((object) => {
    const data = withChecksum(object, {}, configMaps, object.data);
    return { ...object, data: withWave(data, waves.get(object)) };
  });
  const patches = parts.base.flatMap((object) => {
    const delta = deltas.get(object.source) ?? {};
    const data = withWave(withChecksum(object, delta, configMaps, delta), waves.get(object));
    return Object.keys(data).length === 0 ? [] : [{ ...object, data: patchDocument(object, data) }];
  });
  return files(parts, resources, patches);
}

function files(
  { id, namespace, where, base }: EnvironmentParts,
  resources: readonly EmittedObject[],
  patches: readonly EmittedObject[],
): [string, string][] {
  const directory = `environments/${id}`;
  const resourceNames = resources.map((object) => `${fileStem(object, namespace)}.yaml`);
  const patchNames = patches.map((object) => `patch-${fileStem(object, namespace)}.yaml`);
  const kustomization = componentKustomization(resourceNames.toSorted(), patchNames.toSorted(), ["namespace.yaml"]);
  const defined = definedKinds([...base, ...resources].map(({ data }) => data));
  const named = [...resources, ...patches].map((object, index): [string, string] => [
    `${directory}/${[...resourceNames, ...patchNames][index]}`,
    generatedFile(object.data, object.where === where ? where : `${object.where} and ${where}`),
  ]);
  return [
    [`${directory}/kustomization.yaml`, generatedFile(kustomization, where)],
    [`${directory}/namespace.yaml`, generatedFile(namespaceTransformers(namespace, defined), where)],
    ...named,
  ];
}

export function configMapsOf(
  objects: readonly EmittedObject[],
  deltas: ReadonlyMap<KubeObject, JsonObject>,
): Map<string, JsonObject> {
  const configMaps = objects.filter(({ kind }) => kind === "ConfigMap");
  return new Map(configMaps.map(({ name, data, source }) => [name, applyDelta(data, deltas.get(source) ?? {})]));
}

/** `document` with the checksum of what the workload reads in its pod template's annotations, where it reads any. */
export function withChecksum(
  { kind, data }: EmittedObject,
  delta: JsonObject,
  configMaps: ReadonlyMap<string, JsonObject>,
  document: JsonObject,
): JsonObject {
  const checksum = configChecksum(kind, [data, delta], configMaps);
  if (checksum === undefined) return document;
  return applyDelta(document, {
    spec: { template: { metadata: { annotations: { [checksumAnnotation]: checksum } } } },
  });
}

function patchDocument({ apiVersion, kind, name, namespace }: EmittedObject, delta: JsonObject): JsonObject {
  const { metadata, ...rest } = delta;
  const identity = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion, kind, metadata: orderMetadata({ ...(isMap(metadata) ? metadata : {}), ...identity }), ...rest };
}
