import { isMap, rollingTemplateOf, type FieldPath, type JsonObject } from "@kit/kube";
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
      checksum === undefined
        ? one.data
        : withChecksum(one.data, rollingTemplateOf(one.data)!.path, checksum, one.origins);
    return { ...one, data: wave === undefined ? rolling : withWave(rolling, wave, one.origins) };
  });
}

/** An object, or a part of one with `metadata`, with its sync wave. */
export function withWave(object: JsonObject, wave: number, origins?: OriginTree): JsonObject {
  return annotated(object, waveAnnotation, String(wave), "sync-wave", origins);
}

/** @param path Where the pod template is in the object. */
function withChecksum(object: JsonObject, path: FieldPath, checksum: string, origins: OriginTree): JsonObject {
  const [field, ...rest] = path;
  if (field === undefined) return annotated(object, checksumAnnotation, checksum, "checksum", origins);
  return { ...object, [field]: withChecksum(object[field] as JsonObject, rest, checksum, origins.field(field)) };
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
