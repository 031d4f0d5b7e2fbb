import { posix } from "node:path";
import { listOf, mapOf } from "@kit/kube";
import { documentsOf, type Kustomization } from "./kustomization.ts";

/** A replacement, and where it is written. */
export interface WrittenReplacement {
  /** The kustomization, or the file that it names. */
  readonly file: string;
  readonly replacement: Kustomization;
  /** From the file's root. */
  readonly path: readonly (string | number)[];
}

/**
 * The `replacements` of a kustomization, those in files of their own too, which have one or a list.
 *
 * @param file The kustomization's, from the repository's root.
 * @param texts Text by path from there.
 */
export function replacementsOf(
  file: string,
  content: Kustomization,
  texts: ReadonlyMap<string, string>,
): WrittenReplacement[] {
  return listOf(content["replacements"]).flatMap((entry, index): WrittenReplacement[] => {
    const { path } = mapOf(entry);
    if (typeof path !== "string") return [{ file, replacement: mapOf(entry), path: ["replacements", index] }];
    const other = posix.join(posix.dirname(file), path);
    const [data] = documentsOf(texts.get(other) ?? "");
    return Array.isArray(data)
      ? data.map((one, at) => ({ file: other, replacement: mapOf(one), path: [at] }))
      : [{ file: other, replacement: mapOf(data), path: [] }];
  });
}
