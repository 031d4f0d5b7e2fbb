import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The text of every file below a folder of a repository, by path, in the order of the paths; of none where it is missing. */
export function filesBelow(root: string, folder: string): [string, string][] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .toSorted()
    .map((path) => [relative(root, path).replaceAll(sep, "/"), readFileSync(path, "utf8")]);
}
