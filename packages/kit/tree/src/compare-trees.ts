import type { TreeEntry } from "./read-tree.ts";

/** How a path differs from what the build makes. */
export type FileDifference =
  | { readonly kind: "changed"; readonly path: string; readonly committed: string; readonly built: string }
  | { readonly kind: "missing"; readonly path: string; readonly built: string }
  | { readonly kind: "extra"; readonly path: string; readonly committed: string }
  | { readonly kind: "not-a-file"; readonly path: string; readonly type: Exclude<TreeEntry["type"], "file"> };

/** Every difference between what stands there and what the build makes, in the order of the paths. */
export function compareTrees(
  committed: ReadonlyMap<string, TreeEntry>,
  built: ReadonlyMap<string, string>,
): FileDifference[] {
  const paths = [...new Set([...committed.keys(), ...built.keys()])].toSorted();
  return paths.flatMap((path) => compare(path, committed.get(path), built.get(path)));
}

function compare(path: string, entry: TreeEntry | undefined, text: string | undefined): FileDifference[] {
  if (entry === undefined) return [{ kind: "missing", path, built: text! }];
  if (entry.type !== "file") return [{ kind: "not-a-file", path, type: entry.type }];
  if (text === undefined) return [{ kind: "extra", path, committed: entry.text }];
  return entry.text === text ? [] : [{ kind: "changed", path, committed: entry.text, built: text }];
}
