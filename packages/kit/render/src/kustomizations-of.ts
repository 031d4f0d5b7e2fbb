import { posix } from "node:path";
import { componentsOf, resourcesOf, walkFolders } from "@kit/kustomize";
import { findKustomization, parseKustomization } from "./parse-kustomization.ts";

/** A kustomization that an overlay is made of, written by people. */
export interface OwnKustomization {
  /** From the repository's root. */
  readonly file: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * An overlay's kustomization, and those of the folders that it builds on, without what the build writes and what is not
 * in the repository.
 *
 * @throws UserError where one is not YAML, with line and column.
 */
export function kustomizationsOf(root: string, file: string): OwnKustomization[] {
  const { found } = walkFolders(posix.dirname(file), (folder) => {
    const own = isElsewhere(folder) ? undefined : findKustomization(root, folder);
    if (own === undefined) return undefined;
    const content = parseKustomization(root, own);
    return { found: { file: own, content }, next: [...resourcesOf(folder, content), ...componentsOf(folder, content)] };
  });
  return [...found.values()];
}

function isElsewhere(folder: string): boolean {
  return folder.startsWith("generated/") || folder.startsWith("../");
}
