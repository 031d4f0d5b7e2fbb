import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { asEnvironmentFailure } from "./disk-failure.ts";
import { isRunning } from "./is-running.ts";

const prefix = ".build-";

/**
 * Has a file written under another name and renames it when it is whole, so that half a file is never found.
 *
 * @param write Told where to write; the file is not made where it throws.
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function writeWhole(file: string, write: (target: string) => Promise<void>): Promise<void> {
  const directory = dirname(file);
  let temporary: string | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    removeAbandoned(directory);
    temporary = mkdtempSync(join(directory, `${prefix}${process.pid}-`));
    const target = join(temporary, basename(file));
    await write(target);
    renameSync(target, file);
  } catch (error) {
    throw asEnvironmentFailure(error, directory);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed have left. */
function removeAbandoned(directory: string): void {
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(/^\.build-(\d+)-/.exec(name)?.[1]);
    if (!isRunning(pid)) rmSync(join(directory, name), { recursive: true, force: true });
  }
}
