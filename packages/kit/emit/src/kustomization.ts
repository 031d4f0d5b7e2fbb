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
