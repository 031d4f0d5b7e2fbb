import { posix } from "node:path";
import { findKustomization, parseKustomization, pathsIn } from "./parse-kustomization.ts";

/** A kustomization that an overlay is made of, written by people. */
export interface OwnKustomization {
  /** From the repository's root. */
  readonly file: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const directoryFields = ["resources", "components", "bases"];

/**
 * An overlay's kustomization, and those of the folders that it builds on, without what the build writes and what is not
 * in the repository.
 *
 * @throws UserError where one is not YAML, with line and column.
 */
export function kustomizationsOf(root: string, file: string): OwnKustomization[] {
  const found = new Map<string, OwnKustomization>();
  const pending = [file];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (found.has(next)) continue;
    const content = parseKustomization(root, next);
    found.set(next, { file: next, content });
    const entries = directoryFields.flatMap((field) => pathsIn(content, field));
    for (const entry of entries) {
      const folder = posix.normalize(posix.join(posix.dirname(next), entry)).replace(/\/$/, "");
      if (folder.startsWith("generated/") || folder.startsWith("../")) continue;
      const other = findKustomization(root, folder);
      if (other !== undefined) pending.push(other);
    }
  }
  return [...found.values()];
}
