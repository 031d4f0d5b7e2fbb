import { listOf, mapOf, type Loose } from "@kit/kube";
import { readAsKustomize, readKustomization } from "@kit/yaml";

/** A kustomization as data. */
export type Kustomization = Loose;

/** The names that kustomize looks for in a folder. */
export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** Whether a file is a kustomization by its name, in a folder. */
export function isKustomization(path: string): boolean {
  return kustomizationNames.some((name) => path.endsWith(`/${name}`));
}

/** A kustomization as data, or a file of `configurations:`; empty where it is not a map, which is kustomize's to refuse. */
export function kustomizationOf(text: string): Kustomization {
  return mapOf(readKustomization(text)?.data);
}

/** The documents of a manifest; none where it is not YAML, which is kustomize's to refuse. */
export function documentsOf(text: string): unknown[] {
  return readAsKustomize(text).flatMap(({ data }) => (data === undefined || data === null ? [] : [data]));
}

/** The entries of lists that are texts: paths, mostly. */
export function textsIn(kustomization: Kustomization, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) => listOf(kustomization[key])).filter((entry) => typeof entry === "string");
}
