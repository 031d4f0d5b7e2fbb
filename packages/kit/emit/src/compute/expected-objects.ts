import type { JsonObject } from "@kit/kube";
import { applyPatch } from "../apply-patch.ts";
import type { EmittedObject } from "../emitted-object.ts";
import { configMapsOf, withChecksum, type EnvironmentParts } from "../emit-environment.ts";
import { withWave, type WavesToWrite } from "../sync-waves.ts";
import type { ExpectedObject } from "./expected-object.ts";
import { withNamespace } from "./with-namespace.ts";

/** Each object of an environment as it is to be. */
export function expectedObjects(parts: EnvironmentParts, inBase: WavesToWrite, here: WavesToWrite): ExpectedObject[] {
  const deltas = new Map(parts.changes.flatMap(({ deltas: one }) => [...one]));
  const added = [...parts.own, ...parts.changes.flatMap(({ objects }) => objects)];
  const configMaps = configMapsOf([...parts.base, ...added], deltas);
  const finished = (object: EmittedObject, base: JsonObject | undefined): ExpectedObject => {
    const changed = applyPatch(base ?? object.data, deltas.get(object.source) ?? {});
    const waved = withWave(withChecksum(object, {}, configMaps, changed), here.get(object));
    const data = parts.namespace === undefined ? waved : withNamespace(waved, parts.namespace);
    const { apiVersion, kind, name, namespace, where } = object;
    return { apiVersion, kind, name, namespace, data, base, where, origins: { by: { type: "base", where } } };
  };
  return [
    ...parts.base.map((object) => finished(object, withWave(object.data, inBase.get(object)))),
    ...added.map((object) => finished(object, undefined)),
  ];
}
