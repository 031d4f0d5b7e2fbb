import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import { isUnfinished } from "@kit/programs";

/** What stands at a path below `generated/`. Only a file has text; a link is never followed. */
export type TreeEntry =
  | { readonly type: "file"; readonly text: string }
  | { readonly type: "link" | "empty directory" | "special file" };

/**
 * Everything below a directory, by its path from there with `/` between, in the order of the paths.
 *
 * A directory that does not exist is empty. Unfinished files of builds are left out.
 *
 * @throws UserError where the directory itself is a link or a file.
 */
export function readTree(directory: string): Map<string, TreeEntry> {
  const stat = lstatSync(directory, { throwIfNoEntry: false });
  if (stat === undefined) return new Map();
  if (!stat.isDirectory()) throw notADirectory(stat.isSymbolicLink());
  const entries: [string, TreeEntry][] = [];
  walk(directory, "", entries);
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function walk(directory: string, prefix: string, entries: [string, TreeEntry][]): void {
  const items = readdirSync(directory, { withFileTypes: true });
  if (items.length === 0 && prefix !== "") entries.push([prefix.slice(0, -1), { type: "empty directory" }]);
  for (const item of items) {
    const path = prefix + item.name;
    if (prefix === "" && isUnfinished(item.name)) continue;
    if (item.isDirectory()) walk(join(directory, item.name), `${path}/`, entries);
    else if (item.isFile())
      entries.push([path, { type: "file", text: readFileSync(join(directory, item.name), "utf8") }]);
    else entries.push([path, { type: item.isSymbolicLink() ? "link" : "special file" }]);
  }
}

function notADirectory(isLink: boolean): UserError {
  return new UserError({
    code: "generated-layout",
    what: `generated is ${isLink ? "a symbolic link" : "not a directory"}, and the build writes only into a real directory`,
    where: "generated",
    next: "move it away; the build makes a new one",
  });
}
