import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { readBytes } from "./read-file.ts";

/**
 * The text of every file below a folder of a repository, by path, in the order of the paths; of none where it is missing.
 * Links are not followed.
 *
 * @throws UserError where a file is too large.
 */
export function filesBelow(root: string, folder: string): [string, string][] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .toSorted()
    .map((path) => {
      const where = relative(root, path).replaceAll(sep, "/");
      return [where, readBytes(path, where).toString("utf8")];
    });
}
