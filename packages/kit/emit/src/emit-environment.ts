import type { KubeObject } from "@kit/model";
import { applyPatch } from "./apply-patch.ts";
import { componentFiles } from "./component/index.ts";
import { checksumAnnotation, configChecksum } from "./config-checksum.ts";
import type { EmittedObject } from "./emitted-object.ts";
import type { EnvironmentChange } from "./environment-change.ts";
import { applyDelta } from "./merge-delta.ts";
import { withWave, type WavesToWrite } from "./sync-waves.ts";
import { definedKinds, type JsonObject } from "@kit/kube";

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
 * @param inBase The waves that all environments share.
 * @param here Those that only this environment has.
 */
export function emitEnvironment(parts: EnvironmentParts, inBase: WavesToWrite, here: WavesToWrite): [string, string][] {
  const deltas = new Map(parts.changes.flatMap(({ deltas: one }) => [...one]));
  const added = [...parts.own, ...parts.changes.flatMap(({ objects }) => objects)];
  const configMaps = configMapsOf([...parts.base, ...added], deltas);
  const finished = (object: EmittedObject, data: JsonObject): JsonObject =>
    withWave(withChecksum(object, deltas.get(object.source) ?? {}, configMaps, data), here.get(object));
  return componentFiles({
    ...parts,
    resources: added.map((object) => ({ ...object, data: finished(object, object.data) })),
    changed: parts.base.map((object) => {
      const base = withWave(object.data, inBase.get(object));
      const wanted = finished(object, applyPatch(base, deltas.get(object.source) ?? {}));
      return { object: { ...object, data: base }, wanted };
    }),
    defined: definedKinds([...parts.base, ...added].map(({ data }) => data)),
  });
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
