import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareTrees, type Difference } from "./compare-trees.ts";
import { readTree, temporaryDirectory } from "./read-tree.ts";
import { asEnvironmentFailure } from "./write-failure.ts";

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
    const written = write(directory, files, differences);
    const stale = differences.filter(
      ({ kind, path }) => kind === "extra" || (kind === "not-a-file" && !files.has(path)),
    );
    for (const { path } of stale) rmSync(join(directory, path), { recursive: true, force: true });
    for (const { path } of stale) removeEmptyParents(directory, path);
    removeUnfinished(directory);
    return { written, removed: stale.length, unchanged: files.size - written };
  } catch (error) {
    throw asEnvironmentFailure(error);
  }
}

function write(directory: string, files: ReadonlyMap<string, string>, differences: readonly Difference[]): number {
  const paths = differences.map(({ path }) => path).filter((path) => files.has(path));
  if (paths.length === 0) return 0;
  const temporary = join(directory, `.tmp-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    removeInTheWay(directory, differences, paths);
    for (const [index, path] of paths.entries()) {
      const text = files.get(path)!;
      const put = () => putFile(join(temporary, String(index)), join(directory, path), text);
      try {
        put();
      } catch (error) {
        // Another build at the same moment may have removed an empty directory under our hands.
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
        put();
      }
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return paths.length;
}

function putFile(temporary: string, target: string, text: string): void {
  mkdirSync(dirname(temporary), { recursive: true });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(temporary, text);
  renameSync(temporary, target);
}

/** A link or file where a file's directory must be, and a directory or link where the file must be. */
function removeInTheWay(directory: string, differences: readonly Difference[], paths: readonly string[]): void {
  const wanted = new Set(paths);
  const parents = new Set(paths.flatMap(parentsOf));
  for (const { kind, path } of differences) {
    const blocks = parents.has(path) || parentsOf(path).some((parent) => wanted.has(parent));
    if (blocks || (kind === "not-a-file" && wanted.has(path)))
      rmSync(join(directory, path), { recursive: true, force: true });
    if (blocks) removeEmptyParents(directory, path);
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
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

/** What a build that was killed has left behind; a build that still runs keeps its own. */
function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = temporaryDirectory.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
