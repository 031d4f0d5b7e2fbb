import { header } from "./header.ts";
import { isList, type JsonObject } from "@kit/kube";
import { toYaml } from "./to-yaml.ts";

/** The text of a generated file: who wrote it, then the document, or several. */
export function generatedFile(content: JsonObject | readonly JsonObject[], writtenFrom: string): string {
  const documents = isList(content) ? content : [content];
  return header(writtenFrom) + documents.map(toYaml).join("---\n");
}

/** The kustomization.yaml of a base. */
export function baseKustomization(resources: readonly string[]): JsonObject {
  return { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources };
}

/** The kustomization.yaml of an environment's component; the patches' targets are in the patches. */
export function componentKustomization(
  resources: readonly string[],
  patches: readonly string[],
  transformers: readonly string[],
): JsonObject {
  return {
    apiVersion: "kustomize.config.k8s.io/v1alpha1",
    kind: "Component",
    ...(resources.length === 0 ? {} : { resources }),
    ...(patches.length === 0 ? {} : { patches: patches.map((path) => ({ path })) }),
    transformers,
  };
}
