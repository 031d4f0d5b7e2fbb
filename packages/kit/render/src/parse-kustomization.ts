import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import { kustomizationNames } from "@kit/kustomize";
import { readAsKustomize, readKustomization, type DataMap } from "@kit/yaml";

/** The kustomization file of a directory, from the same place as the directory's path, or undefined. */
export function findKustomization(root: string, directory: string): string | undefined {
  const name = kustomizationNames.find((candidate) => existsSync(join(root, directory, candidate)));
  return name === undefined ? undefined : `${directory}/${name}`;
}

/**
 * A kustomization as data, as kustomize reads it.
 *
 * @param file From the root, for messages.
 * @throws UserError where it is not YAML to kustomize, with line and column.
 */
export function parseKustomization(root: string, file: string): DataMap {
  const document = readKustomization(readFileSync(join(root, file)));
  if (document?.refusal !== undefined) {
    const { said, place } = document.refusal;
    throw new UserError({
      code: "overlay-yaml",
      what: `not YAML: ${said}`,
      where: place === undefined ? file : `${file}:${place.line}:${place.column}`,
      next: "correct the YAML there; nothing was built",
    });
  }
  const content = document?.data ?? {};
  return typeof content === "object" && !Array.isArray(content) ? content : {};
}

/** The documents of a text that a kustomization names or has in place, as data; undefined where kustomize refuses it. */
export function parseDocuments(text: string): unknown[] | undefined {
  const documents = readAsKustomize(text);
  return documents.some(({ refusal }) => refusal !== undefined) ? undefined : documents.map(({ data }) => data);
}

/** The entries of a list; none where it is no list, which is kustomize's to refuse: it says so better. */
export function listIn(kustomization: Readonly<Record<string, unknown>>, key: string): unknown[] {
  const value = kustomization[key];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The entries of a list that are strings: paths, mostly. */
export function pathsIn(kustomization: Readonly<Record<string, unknown>>, key: string): string[] {
  return listIn(kustomization, key).filter((entry) => typeof entry === "string");
}
