import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readBytes } from "./read-file.ts";

/**
 * The text of every file below a folder of a repository, by path, in the order of the paths; of none where it is missing.
 * Links are not followed: git does not follow them either, and one may lead back to its own folder.
 *
 * @throws UserError where a file is too large.
 */
export function filesBelow(root: string, folder: string): [string, string][] {
  if (!existsSync(join(root, folder))) return [];
  return pathsBelow(root, folder)
    .toSorted()
    .map((path) => [path, readBytes(join(root, path), path).toString("utf8")]);
}

// `readdirSync` goes by itself into folders that a link leads to.
function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = `${folder}/${item.name}`;
    return item.isDirectory() ? pathsBelow(root, path) : item.isFile() ? [path] : [];
  });
}
