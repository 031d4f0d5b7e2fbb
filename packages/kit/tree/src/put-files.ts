import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unfinishedIn } from "@kit/programs";
import { parentsOf } from "./parents.ts";

/**
 * Writes files so that each appears whole: under a temporary name, then by a rename. A directory that is not there
 * yet appears with all its files by one rename, which is what makes a first build fast.
 */
export function putFiles(directory: string, files: ReadonlyMap<string, string>, paths: readonly string[]): void {
  mkdirSync(directory, { recursive: true });
  using unfinished = unfinishedIn(directory);
  for (const [parent, together] of byNewDirectory(directory, paths)) {
    const isPut = parent !== undefined && putDirectory(directory, unfinished.path, files, parent, together);
    if (!isPut) for (const path of together) putFile(directory, unfinished.path, files, path);
  }
}

/** The paths by the outermost directory of theirs that is not there yet; undefined for those whose directory is. */
function byNewDirectory(directory: string, paths: readonly string[]): Map<string | undefined, string[]> {
  const isThere = new Map<string, boolean>();
  const there = (parent: string): boolean => {
    const known = isThere.get(parent) ?? existsSync(join(directory, parent));
    isThere.set(parent, known);
    return known;
  };
  return Map.groupBy(paths, (path) => parentsOf(path).find((parent) => !there(parent)));
}

/** False where another build has made the directory in the meantime. */
function putDirectory(
  directory: string,
  temporary: string,
  files: ReadonlyMap<string, string>,
  parent: string,
  paths: readonly string[],
): boolean {
  const made = new Set<string>();
  for (const path of paths) {
    const file = join(temporary, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, files.get(path)!);
  }
  try {
    renameSync(join(temporary, parent), join(directory, parent));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}

function putFile(directory: string, temporary: string, files: ReadonlyMap<string, string>, path: string): void {
  const put = (): void => {
    mkdirSync(temporary, { recursive: true });
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(temporary, ".file"), files.get(path)!);
    renameSync(join(temporary, ".file"), join(directory, path));
  };
  try {
    put();
  } catch (error) {
    // Another build at the same moment may have removed an empty directory under our hands.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    put();
  }
}
