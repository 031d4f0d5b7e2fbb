import { imagesIn } from "./images-in.ts";
import { repositoryOf } from "./image-reference.ts";

/** An entry of a kustomization's `images:`. */
export interface ImageEntry {
  readonly name?: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** Entries that match no image, and the images that there are. */
export interface UnmatchedEntries<Entry extends ImageEntry> {
  readonly unmatched: readonly Entry[];
  /** The images without tag and digest, sorted. */
  readonly repositories: readonly string[];
}

/**
 * The `images:` entries that match no image of what the overlay is built to.
 *
 * An entry that matched leaves its image in the result, so the result tells; nothing of kustomize is done again here.
 */
export function unmatchedEntries<Entry extends ImageEntry>(
  entries: readonly Entry[],
  objects: readonly unknown[],
): UnmatchedEntries<Entry> {
  const repositories = [...new Set(imagesIn(objects).map(repositoryOf))].toSorted();
  const unmatched = entries.filter((entry) => {
    const expected = entry.newName ?? entry.name;
    return expected !== undefined && !repositories.includes(expected) && !isRenamedAgain(expected, entries);
  });
  return { unmatched, repositories };
}

function isRenamedAgain(name: string, entries: readonly ImageEntry[]): boolean {
  return entries.some((entry) => entry.name === name && entry.newName !== undefined);
}
