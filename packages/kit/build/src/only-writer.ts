import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sayIgnored, takeLock } from "@kit/programs";

/** Where a repository keeps what a build may take from the last one. */
export function cacheOf(root: string): string {
  return join(root, "node_modules/.cache/manifests");
}

/**
 * Waits until no other build of the repository runs, and keeps others waiting until it is disposed of: one that has
 * read older packages must not write over one that has read newer ones.
 *
 * @param onWait Told for whom it waits.
 */
export async function onlyWriter(root: string, onWait: (message: string) => void): Promise<Disposable> {
  const digest = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 16);
  const places = [join(cacheOf(root), "_writer"), join(tmpdir(), `manifests-writer-${digest}`)];
  for (const place of places) {
    try {
      return await takeLock(place, (pid) => onWait(`waiting for another build of this repository: process ${pid}`));
    } catch (error) {
      sayIgnored(place, `no other build can be kept waiting there: ${(error as NodeJS.ErrnoException).code}`);
    }
  }
  return { [Symbol.dispose]: () => {} };
}
