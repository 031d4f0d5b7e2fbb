import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { asEnvironmentFailure } from "./disk-failure.ts";
import { endProcessesIn } from "./end-tree.ts";
import { hasEnded, identityPattern, ownIdentity } from "./process-identity.ts";
import { undoAtEnd } from "./undo.ts";

/** A directory for this user alone, removed when it is disposed of, and however the process ends but by a kill. */
export interface TemporaryDirectory extends Disposable {
  /** Absolute, without links. */
  readonly path: string;
}

const ours = new RegExp(`^manifests-(${identityPattern.source})-`);
let looked = "";

/**
 * Makes a temporary directory, and removes those of processes that were killed.
 *
 * @throws EnvironmentFailure where there can be none.
 */
export function temporaryDirectory(): TemporaryDirectory {
  const parent = tmpdir();
  if (looked !== parent) removeAbandoned(parent);
  looked = parent;
  const path = make(parent);
  const owed = undoAtEnd(() => remove(path));
  return {
    path,
    [Symbol.dispose]() {
      owed.forget();
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function make(parent: string): string {
  try {
    return realpathSync(mkdtempSync(join(parent, `manifests-${ownIdentity()}-`)));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw asEnvironmentFailure(error, parent);
    const what = `there can be no temporary directory in ${parent}: ${code}`;
    const next = "set TMPDIR to a directory that is there and that this user can write";
    throw new EnvironmentFailure("no-temporary-directory", what, next, { cause: error });
  }
}

/** Only this user's, and only where it is sure that their process has ended. */
function removeAbandoned(parent: string): void {
  for (const name of namesIn(parent)) {
    const identity = ours.exec(name)?.[1];
    if (identity === undefined || hasEnded(identity) !== true) continue;
    const path = join(parent, name);
    try {
      const stat = lstatSync(path);
      if (!stat.isDirectory() || stat.uid !== process.getuid?.()) continue;
      remove(path);
    } catch {
      // Somebody else removes it at this moment.
    }
  }
}

/** With the programs that still run there, whose parents may have ended before them. */
function remove(path: string): void {
  endProcessesIn(path);
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
