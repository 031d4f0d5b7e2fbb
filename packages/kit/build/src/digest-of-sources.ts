import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { UserError, type Problem } from "@kit/errors";

// What a type-check of the repository reads, beside the dependencies that the lockfile pins.
const sources = /\.([cm]?ts|json)$|^pnpm-lock\.yaml$/;
const unread = new Set(["node_modules", "generated", "overlays", "docs"]);

/** Whether a file of this name can be a source. */
export function isSource(name: string): boolean {
  return sources.test(name);
}

/** What identifies the sources as they are now: the digest of all of them. @throws As `refuseLinks`. */
export function digestOfSources(root: string): string {
  const hash = createHash("sha256");
  for (const path of sourcesBelow(root)) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * Refuses links below packages/: what is there is this repository's, and what a link leads to need not be. Node reads
 * those in node_modules.
 *
 * @throws UserError with each of them.
 */
export function refuseLinks(root: string): void {
  sourcesBelow(root);
}

function sourcesBelow(root: string): string[] {
  const problems: Problem[] = [];
  const found: string[] = [];
  const walk = (directory: string): void => {
    const items = readdirSync(join(root, directory), { withFileTypes: true });
    for (const item of items.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (unread.has(item.name) || item.name.startsWith(".")) continue;
      const path = directory === "" ? item.name : `${directory}/${item.name}`;
      if (item.isDirectory()) walk(path);
      else if (item.isSymbolicLink() && path.startsWith("packages/")) problems.push(isLink(path));
      else if (sources.test(item.name) && isFile(root, path, item)) found.push(path);
    }
  };
  walk("");
  UserError.throwIfAny(problems);
  return found;
}

function isFile(root: string, path: string, item: Dirent): boolean {
  if (!item.isSymbolicLink()) return item.isFile();
  try {
    return statSync(join(root, path)).isFile();
  } catch {
    return false;
  }
}

function isLink(path: string): Problem {
  const what = `${path} is a link, and none is followed below packages/`;
  return {
    code: "file-link",
    what,
    where: path,
    next: "put the file itself there, or depend on a package that has it",
  };
}
