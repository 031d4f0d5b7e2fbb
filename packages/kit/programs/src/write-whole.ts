import { renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { asEnvironmentFailure } from "./disk-failure.ts";
import { takeLock } from "./lock.ts";
import { removeUnfinished, unfinishedIn } from "./unfinished.ts";

export interface WriteWholeOptions {
  /** Whether it need not be written any more, when another process has just done it. Default: it is written. */
  readonly isThere?: () => Promise<boolean>;
  /** Told the number of the process that is at it, which this one then waits for. */
  readonly onWait?: (pid: number) => void;
  /** What to do where this user may not write there. Default: what helps with a cache. */
  readonly next?: string;
}

/**
 * Has a file or folder written in another place and renames it when it is whole, so that half of it is never found. One
 * process at a time writes it.
 *
 * @param write Told where to write; nothing is there where it throws.
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function writeWhole(
  path: string,
  write: (target: string) => Promise<void>,
  { isThere = async () => false, onWait = () => {}, next }: WriteWholeOptions = {},
): Promise<void> {
  const directory = dirname(path);
  try {
    using owed = new DisposableStack();
    owed.use(await takeLock(`${path}.lock`, onWait));
    if (await isThere()) return;
    removeUnfinished(directory);
    const target = join(owed.use(unfinishedIn(directory)).path, basename(path));
    await write(target);
    renameSync(target, path);
  } catch (error) {
    throw asEnvironmentFailure(error, directory, next);
  }
}

/**
 * The same at once, where several processes may write it and each writes what is right.
 *
 * @throws What the file system throws.
 */
export function writeWholeSync(path: string, write: (target: string) => void): void {
  using unfinished = unfinishedIn(dirname(path));
  const target = join(unfinished.path, basename(path));
  write(target);
  renameSync(target, path);
}
