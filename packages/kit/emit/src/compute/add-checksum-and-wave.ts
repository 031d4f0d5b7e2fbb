import { isMap, type JsonObject } from "@kit/kube";
import { waveAnnotation } from "@kit/order";
import { checksumAnnotation, configChecksum, configMapsOf } from "../config-checksum.ts";
import { orderMetadata } from "../emitted-object.ts";
import type { WavesToWrite } from "../sync-waves.ts";
import type { EnvironmentObject } from "./environment.ts";
import type { OriginTree } from "./origin-tree.ts";
import type { ValueOrigin } from "./origins.ts";

type Rule = Extract<ValueOrigin, { type: "kit" }>["rule"];

/**
 * The objects of an environment with what the build adds to them: the checksum of the ConfigMaps that pods read, and the sync
 * wave. What is there already stays as its author wrote it.
 *
 * @param namespace The environment's.
 */
export function addChecksumAndWave(
  objects: readonly EnvironmentObject[],
  waves: WavesToWrite,
  namespace: string,
): EnvironmentObject[] {
  const configMaps = configMapsOf(
    objects.map(({ data }) => data),
    namespace,
  );
  return objects.map((one) => {
    const wave = waves.get(one.object);
    const checksum = configChecksum(one.data, configMaps);
    if (wave === undefined && checksum === undefined) return one;
    const rolling =
      checksum === undefined ? one.data : withChecksum(one.data, checksum, one.origins.field("spec").field("template"));
    return { ...one, data: wave === undefined ? rolling : withWave(rolling, wave, one.origins) };
  });
}

/** An object, or a part of one with `metadata`, with its sync wave. */
export function withWave(object: JsonObject, wave: number, origins?: OriginTree): JsonObject {
  return annotated(object, waveAnnotation, String(wave), "sync-wave", origins);
}

function withChecksum(object: JsonObject, checksum: string, origins: OriginTree): JsonObject {
  const spec = object["spec"] as JsonObject;
  const template = annotated(spec["template"] as JsonObject, checksumAnnotation, checksum, "checksum", origins);
  return { ...object, spec: { ...spec, template } };
}

function annotated(
  object: JsonObject,
  key: string,
  value: string,
  rule: Rule,
  origins: OriginTree | undefined,
): JsonObject {
  const metadata = isMap(object["metadata"]) ? object["metadata"] : {};
  const annotations = isMap(metadata["annotations"]) ? metadata["annotations"] : {};
  origins?.field("metadata").field("annotations").field(key).give({ type: "kit", rule });
  return { ...object, metadata: orderMetadata({ ...metadata, annotations: { ...annotations, [key]: value } }) };
}
