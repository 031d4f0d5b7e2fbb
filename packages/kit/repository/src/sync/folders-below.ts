import { readdirSync } from "node:fs";
import { join } from "node:path";

const unread = new Set(["node_modules", ".git"]);

/** The folders of a repository that people or the build have written, by their paths from its root, which is `""`. A link is not a folder. */
export function foldersBelow(root: string): ReadonlySet<string> {
  const found = new Set([""]);
  for (const folder of found) {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (item.isDirectory() && !unread.has(item.name)) found.add(folder === "" ? item.name : `${folder}/${item.name}`);
    }
  }
  return found;
}
