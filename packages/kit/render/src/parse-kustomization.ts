import { lstatSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import { kustomizationNames } from "@kit/kustomize";
import { followOverlay, readBytes } from "@kit/tree";
import { readAsKustomize, readKustomization, type DataMap } from "@kit/yaml";

/** The kustomization file of a directory, from the same place as the directory's path, or undefined. */
export function findKustomization(root: string, directory: string): string | undefined {
  const name = kustomizationNames.find((candidate) => isThere(join(root, directory, candidate)));
  return name === undefined ? undefined : `${directory}/${name}`;
}

/** Also a link that leads nowhere, which is to be named as such. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // There is a file where a directory should be.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}

/**
 * A kustomization as data, as kustomize reads it.
 *
 * @param file From the root, for messages.
 * @throws UserError where it is not YAML to kustomize, with line and column; where it is not a file, or a link that leads
 *   elsewhere.
 */
export function parseKustomization(root: string, file: string): DataMap {
  // An environment may also build on a folder elsewhere in the repository.
  const target = file.startsWith("overlays/") ? followOverlay(root, file) : file;
  const document = readKustomization(readBytes(join(root, target), file));
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

/** The entries of a list; none where it is not a list, which is kustomize's to refuse: it says so better. */
export function listIn(kustomization: Readonly<Record<string, unknown>>, key: string): unknown[] {
  const value = kustomization[key];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The entries of a list that are strings: paths, mostly. */
export function pathsIn(kustomization: Readonly<Record<string, unknown>>, key: string): string[] {
  return listIn(kustomization, key).filter((entry) => typeof entry === "string");
}
