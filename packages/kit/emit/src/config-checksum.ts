import { createHash } from "node:crypto";
import { isMap, podReferences, rollingTemplateOf, type Json, type JsonObject } from "@kit/kube";

/** The annotation of a pod template that changes when a ConfigMap does which its pods read. */
export const checksumAnnotation = "checksum/config";

/** The ConfigMaps of an environment. */
export interface ConfigMaps {
  /** The environment's, which objects without one are in. */
  readonly namespace: string;
  readonly byPlace: ReadonlyMap<string, JsonObject>;
}

export function configMapsOf(objects: readonly JsonObject[], namespace: string): ConfigMaps {
  const found = objects.filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "ConfigMap");
  return { namespace, byPlace: new Map(found.map((one) => [placeOf(one, namespace), one])) };
}

/**
 * A checksum of the ConfigMaps that a workload's pods read. Undefined where they read none of these, where its pods are not
 * replaced when their template changes, and where the annotation is there already.
 */
export function configChecksum(workload: JsonObject, { namespace, byPlace }: ConfigMaps): string | undefined {
  if (byPlace.size === 0) return undefined;
  const template = rollingTemplateOf(workload)?.template;
  if (template === undefined || isAnnotated(template as JsonObject)) return undefined;
  const references = podReferences(template["spec"]).filter(({ kind }) => kind === "ConfigMap");
  const names = new Set(references.map(({ name }) => name));
  const read = [...names].toSorted().flatMap((name): JsonObject[] => {
    const content = byPlace.get(`${textOf(workload, "namespace") ?? namespace}/${name}`);
    return content === undefined
      ? []
      : [{ name, data: content["data"] ?? {}, binaryData: content["binaryData"] ?? {} }];
  });
  if (read.length === 0) return undefined;
  return createHash("sha256")
    .update(JSON.stringify(sortKeys(read)))
    .digest("hex");
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortKeys);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

function isAnnotated({ metadata }: JsonObject): boolean {
  const annotations = isMap(metadata) ? metadata["annotations"] : undefined;
  return isMap(annotations) && checksumAnnotation in annotations;
}

function placeOf(object: JsonObject, namespace: string): string {
  return `${textOf(object, "namespace") ?? namespace}/${textOf(object, "name") ?? ""}`;
}

function textOf({ metadata }: JsonObject, field: string): string | undefined {
  const text = isMap(metadata) ? metadata[field] : undefined;
  return typeof text === "string" ? text : undefined;
}
