import { referencesOf, type Reference } from "@kit/kube";
import { describeManifest, type ManifestData } from "./manifest.ts";

/** A ConfigMap or Secret that an object reads. */
export interface ConfigUse extends Pick<Reference, "name"> {
  /** `Deployment default/backend`. */
  readonly reader: string;
  readonly kind: "ConfigMap" | "Secret";
  readonly namespace: string;
  /** Undefined where all keys are read. */
  readonly key: string | undefined;
}

/**
 * What an object's pods need to start: environment variables and volumes, of all containers, beside what they call
 * optional. And the certificates of an Ingress.
 */
export function configReferences(data: ManifestData): ConfigUse[] {
  const { namespace = "default" } = data.metadata;
  const reader = describeManifest(data);
  const references = referencesOf(data).flatMap((reference): ConfigUse[] => {
    const { kind, name, key, optional } = reference;
    // Images that are there already start without a Secret to pull them.
    const isNeeded = "by" in reference ? reference.by.type !== "pod" : data.kind === "Ingress";
    if (optional || !isNeeded || (kind !== "ConfigMap" && kind !== "Secret")) return [];
    return [{ reader, namespace, kind, name, key }];
  });
  return [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()];
}
