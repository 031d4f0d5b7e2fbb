import { shown, type Problem } from "@kit/errors";
import { isOrderedByKind, orderOf, waveAnnotation, type Order } from "@kit/order";
import { applyPatch } from "./apply-patch.ts";
import type { EnvironmentParts } from "./emit-environment.ts";
import { orderMetadata, type EmittedObject } from "./emitted-object.ts";
import { isMap } from "@kit/kube";
import { orderProblems } from "./order-problems.ts";
import type { JsonObject } from "@kit/kube";

/** The waves that have to be written: those that are not 0, and that nobody has written. */
export type WavesToWrite = ReadonlyMap<EmittedObject, number>;

/** Where the waves of a system's environments are written. */
export interface PlacedWaves {
  /** Of base objects that have one wave in all environments which deploy them. */
  readonly base: WavesToWrite;
  /** Of each environment, in the order of the environments. */
  readonly environments: readonly WavesToWrite[];
}

/**
 * Finds the sync waves of Argo CD for a system's environments.
 *
 * @param report Called where objects wait for each other, or for a wave that somebody has written.
 */
export function syncWaves(environments: readonly EnvironmentParts[], report: (problem: Problem) => void): PlacedWaves {
  const found = environments.map((parts) => wavesOf(parts, report));
  const byObject = new Map<EmittedObject, (number | undefined)[]>();
  for (const [index, parts] of environments.entries()) {
    for (const object of parts.base) byObject.set(object, [...(byObject.get(object) ?? []), found[index]!.get(object)]);
  }
  const base = new Map<EmittedObject, number>();
  for (const [object, [first, ...others]] of byObject) {
    if (first !== undefined && others.every((wave) => wave === first)) base.set(object, first);
  }
  return {
    base,
    environments: found.map((waves) => new Map([...waves].filter(([object]) => !base.has(object)))),
  };
}

/** The document with its object's wave, where one has to be written. */
export function withWave(document: JsonObject, wave: number | undefined): JsonObject {
  if (wave === undefined) return document;
  const written = applyPatch(document, { metadata: { annotations: { [waveAnnotation]: String(wave) } } });
  const { metadata } = written;
  return { ...written, ...(isMap(metadata) ? { metadata: orderMetadata(metadata) } : {}) };
}

function wavesOf(parts: EnvironmentParts, report: (problem: Problem) => void): WavesToWrite {
  const { base, own, changes } = parts;
  const deltas = new Map(changes.flatMap((change) => [...change.deltas]));
  const objects = [...base, ...own, ...changes.flatMap((change) => change.objects)];
  if (objects.every((object) => isOrdered(object, deltas.get(object.source)))) return new Map();
  const documents = objects.map(({ data, source }) => {
    const delta = deltas.get(source);
    return delta === undefined ? data : applyPatch(data, delta);
  });
  const order = orderOf(documents, { unplaced: parts.namespace, shown: false });
  const problems = orderProblems(order, (node) => `${objects[node.index]!.where}, environment ${shown(parts.id)}`);
  problems.forEach(report);
  return toWrite(order, objects);
}

function toWrite({ nodes, waves }: Order, objects: readonly EmittedObject[]): WavesToWrite {
  return new Map(
    nodes.flatMap((node): [EmittedObject, number][] => {
      const wave = waves.get(node) ?? 0;
      return wave === 0 || node.given !== undefined ? [] : [[objects[node.index]!, wave]];
    }),
  );
}

function isOrdered({ data }: EmittedObject, delta: JsonObject | undefined): boolean {
  const { apiVersion, kind } = data;
  return isOrderedByKind(data) && (delta === undefined || isOrderedByKind({ ...delta, apiVersion, kind }));
}
