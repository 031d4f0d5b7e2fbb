import { keyOf, rollingTemplateOf } from "@kit/kube";
import { describeManifest, type Manifest, type ManifestData } from "./manifest.ts";
import { configReferences } from "./references.ts";

/** A ConfigMap with other data than before, and who reads what changed. */
export interface ConfigChange {
  /** `ConfigMap default/backend-config`. */
  readonly configMap: string;
  /** Its file, from the repository's root. */
  readonly where: string;
  /** In their order by name. */
  readonly keys: readonly string[];
  /** The workloads with pods that read it and are replaced; a Job reads it when it starts. */
  readonly readers: readonly string[];
}

/** What changed in the ConfigMaps that are there before and after. */
export function configChanges(before: readonly Manifest[], after: readonly Manifest[]): ConfigChange[] {
  const known = new Map(before.map(({ data }) => [keyOf(data), data]));
  const references = after.flatMap(({ data }) =>
    rollingTemplateOf({ ...data }) === undefined ? [] : configReferences(data),
  );
  return after.flatMap(({ where, data }) => {
    const earlier = known.get(keyOf(data));
    if (data.kind !== "ConfigMap" || earlier === undefined) return [];
    const keys = changedKeys(valuesOf(earlier), valuesOf(data));
    if (keys.length === 0) return [];
    const { name, namespace = "default" } = data.metadata;
    const reading = references.filter(
      (one) =>
        one.kind === "ConfigMap" &&
        one.namespace === namespace &&
        one.name === name &&
        (one.key === undefined || keys.includes(one.key)),
    );
    const readers = [...new Set(reading.map(({ reader }) => reader))];
    return [{ configMap: describeManifest(data), where, keys, readers }];
  });
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(data: ManifestData): Values {
  const { data: texts = {}, binaryData = {} } = data as { data?: Values; binaryData?: Values };
  return { ...texts, ...binaryData };
}

function changedKeys(before: Values, after: Values): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => before[key] !== after[key]).toSorted();
}
