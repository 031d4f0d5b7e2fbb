import { createHash } from "node:crypto";
import { isMap } from "@kit/kube";
import type { Json, JsonObject } from "@kit/kube";

/** The annotation of a pod template that changes when a ConfigMap does which its pods read. */
export const checksumAnnotation = "checksum/config";

/** Kinds whose pods are replaced when their template changes. A Job's template cannot change, a CronJob's next run reads afresh. */
const rollingKinds = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

/**
 * A checksum of the ConfigMaps that a workload's pods read, or undefined where they read none of these.
 *
 * @param workloads The workload as authored and its patches: a ConfigMap may be named in either.
 * @param configMaps The data of the environment's ConfigMaps by name, with its patches applied.
 */
export function configChecksum(
  kind: string,
  workloads: readonly JsonObject[],
  configMaps: ReadonlyMap<string, JsonObject>,
): string | undefined {
  if (!rollingKinds.has(kind)) return undefined;
  const names = new Set(workloads.flatMap(podSpecOf).flatMap(configMapNames));
  const read = [...names].toSorted().flatMap((name): JsonObject[] => {
    const content = configMaps.get(name);
    return content === undefined
      ? []
      : [{ name, data: content["data"] ?? {}, binaryData: content["binaryData"] ?? {} }];
  });
  if (read.length === 0) return undefined;
  return createHash("sha256")
    .update(JSON.stringify(sortKeys(read)))
    .digest("hex");
}

function podSpecOf(workload: JsonObject): Json[] {
  const spec = workload["spec"];
  const template = isMap(spec) ? spec["template"] : undefined;
  const podSpec = isMap(template) ? template["spec"] : undefined;
  return podSpec === undefined ? [] : [podSpec];
}

// `configMapRef`, `configMapKeyRef` and a volume's `configMap` name a ConfigMap wherever in a pod they stand.
function configMapNames(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(configMapNames);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const isReference = key === "configMapRef" || key === "configMapKeyRef" || key === "configMap";
    const name = isReference && isMap(child) ? child["name"] : undefined;
    return typeof name === "string" ? [name, ...configMapNames(child)] : configMapNames(child);
  });
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortKeys);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}
