import { accessSync, constants, existsSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asEnvironmentFailure, removeUnfinished } from "@kit/programs";
import { compareTrees, type FileDifference } from "./compare-trees.ts";
import { parentsOf } from "./parents.ts";
import { putFiles } from "./put-files.ts";
import { readTree } from "./read-tree.ts";

export interface WriteResult {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
}

/**
 * Makes a directory hold exactly the given files, by their paths from there.
 *
 * A file that is right already is not touched. Each other one appears whole, by a rename, so that a build
 * which is killed leaves only whole files, and two builds at once end with the same ones. Links are removed,
 * never followed.
 *
 * @param keeps Tells the paths that are none of this build's business: they stay whatever is there.
 * @throws EnvironmentFailure where the disk is full or refuses; UserError where the directory is a link or a file.
 */
export function writeTree(
  directory: string,
  files: ReadonlyMap<string, string>,
  keeps: (path: string) => boolean = () => false,
): WriteResult {
  try {
    const entries = readTree(directory);
    for (const path of entries.keys()) if (!files.has(path) && keeps(path)) entries.delete(path);
    const differences = compareTrees(entries, files);
    const wanted = differences.map(({ path }) => path).filter((path) => files.has(path));
    const unwanted = differences.map(({ path }) => path).filter((path) => !files.has(path));
    // What making a directory on a disk that cannot be written says is not the point.
    if (differences.length > 0 && existsSync(directory)) accessSync(directory, constants.W_OK);
    const isInTheWay = obstacleTest(wanted);
    remove(directory, [...unwanted.filter(isInTheWay), ...emptyDirectories(differences, wanted)]);
    if (wanted.length > 0) putFiles(directory, files, wanted);
    remove(
      directory,
      unwanted.filter((path) => !isInTheWay(path)),
    );
    removeUnfinished(directory);
    return { written: wanted.length, removed: unwanted.length, unchanged: files.size - wanted.length };
  } catch (error) {
    const { path = "generated/" } = error as NodeJS.ErrnoException;
    throw asEnvironmentFailure(error, path, "give this user write permission there, then build again");
  }
}

/** Whether something stands where a wanted file's directory must be, or inside what must be a wanted file. */
function obstacleTest(wanted: readonly string[]): (path: string) => boolean {
  const files = new Set(wanted);
  const parents = new Set(wanted.flatMap(parentsOf));
  return (path) => parents.has(path) || parentsOf(path).some((parent) => files.has(parent));
}

/** Where a rename would not put a file: it replaces files and links, but no directory. */
function emptyDirectories(differences: readonly FileDifference[], wanted: readonly string[]): string[] {
  const empty = differences.filter((one) => one.kind === "not-a-file" && one.type === "empty directory");
  return empty.map(({ path }) => path).filter((path) => wanted.includes(path));
}

function remove(directory: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(directory, path), { recursive: true, force: true });
  for (const path of paths) removeEmptyParents(directory, path);
}

function removeEmptyParents(directory: string, path: string): void {
  for (const parent of parentsOf(path).toReversed()) {
    try {
      rmdirSync(join(directory, parent));
    } catch {
      return;
    }
  }
}
