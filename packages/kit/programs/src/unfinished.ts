import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasEnded, identityPattern, ownIdentity } from "./process-identity.ts";
import { undoAtEnd } from "./undo.ts";

const pattern = new RegExp(`^\\.tmp-(${identityPattern.source})-`);

/** A process that cannot be seen from here, as in another container, has ended after so many milliseconds. */
const longest = 24 * 60 * 60_000;

/** Whether a folder of this name has what is not renamed into place yet. */
export function isUnfinished(name: string): boolean {
  return pattern.test(name);
}

/** Whether something of this name is of one process alone, which removes it when it ends. */
export function isOfOneProcess(name: string): boolean {
  return identityPattern.test(name);
}

/** A folder for what is to be renamed into place in the directory, which is there. It goes however this process ends. */
export function unfinishedIn(directory: string): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(directory, `.tmp-${ownIdentity()}-`));
  return { ...undoAtEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 })), path };
}

/** Removes what processes that have ended left in a directory. */
export function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (isAbandoned(path, name)) rmSync(path, { recursive: true, force: true });
  }
}

/** Whether what has this name is left by a process that has ended. */
export function isAbandoned(path: string, name: string): boolean {
  const identity = pattern.exec(name)?.[1];
  if (identity === undefined) return false;
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return hasEnded(identity) ?? changed < Date.now() - longest;
}
