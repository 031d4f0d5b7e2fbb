import { posix } from "node:path";
import { textsIn, type Kustomization } from "./kustomization.ts";

/** A folder on the way, and where it leads. */
export interface Visit<Found> {
  readonly found: Found;
  /** Folders, from the repository's root. */
  readonly next: readonly string[];
}

/**
 * Goes through the folders that an overlay is built from, itself first, each once.
 *
 * @param visit Undefined where there is no kustomization.
 * @returns What was found, by folder, and the folders without a kustomization.
 */
export function walkFolders<Found>(
  overlay: string,
  visit: (folder: string) => Visit<Found> | undefined,
): { readonly found: ReadonlyMap<string, Found>; readonly missing: readonly string[] } {
  const found = new Map<string, Found>();
  const missing: string[] = [];
  const pending = [overlay];
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    if (found.has(folder)) continue;
    const one = visit(folder);
    if (one === undefined) missing.push(folder);
    else {
      found.set(folder, one.found);
      pending.push(...one.next);
    }
  }
  return { found, missing };
}

/** What a kustomization builds on, files and folders: `resources` and the deprecated `bases`, from the repository's root. */
export function resourcesOf(folder: string, content: Kustomization): string[] {
  return textsIn(content, "resources", "bases").map((path) => folderOf(folder, path));
}

/** The components that it names, from the repository's root. */
export function componentsOf(folder: string, content: Kustomization): string[] {
  return textsIn(content, "components").map((path) => folderOf(folder, path));
}

/** A path that a kustomization has, from the repository's root. */
export function folderOf(folder: string, path: string): string {
  return posix.join(folder, path).replace(/\/$/, "");
}
