import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { asEnvironmentFailure } from "./disk-failure.ts";
import { isRunning } from "./is-running.ts";
import { takeLock } from "./lock.ts";
import { undoAtEnd } from "./undo.ts";

const prefix = ".build-";

export interface WriteWholeOptions {
  /** Whether it need not be written any more, when another process has just done it. Default: it is written. */
  readonly isThere?: () => Promise<boolean>;
  /** Told the number of the process that is at it, which this one then waits for. */
  readonly onWait?: (pid: number) => void;
}

/**
 * Has a file written under another name and renames it when it is whole, so that half a file is never found. One
 * process at a time writes it.
 *
 * @param write Told where to write; the file is not made where it throws.
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function writeWhole(
  file: string,
  write: (target: string) => Promise<void>,
  { isThere = async () => false, onWait = () => {} }: WriteWholeOptions = {},
): Promise<void> {
  const directory = dirname(file);
  try {
    using owed = new DisposableStack();
    owed.use(await takeLock(`${file}.lock`, onWait));
    if (await isThere()) return;
    removeAbandoned(directory);
    const temporary = mkdtempSync(join(directory, `${prefix}${process.pid}-`));
    owed.use(undoAtEnd(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })));
    const target = join(temporary, basename(file));
    await write(target);
    renameSync(target, file);
  } catch (error) {
    throw asEnvironmentFailure(error, directory);
  }
}

/** Removes what processes that were killed have left. */
function removeAbandoned(directory: string): void {
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(/^\.build-(\d+)-/.exec(name)?.[1]);
    if (!isRunning(pid)) rmSync(join(directory, name), { recursive: true, force: true });
  }
}
