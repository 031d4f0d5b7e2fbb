import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of every file below some folders of a repository, by path. */
export function filesBelow(root: string, ...folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name)),
  );
  return new Map(paths.toSorted().map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]));
}

/** The paths whose text is not the same in both, in their order. */
export function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.filter((path) => before.get(path) !== after.get(path));
}
