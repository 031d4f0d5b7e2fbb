import { lstatSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { isAbandoned } from "./unfinished.ts";

/** What a cache may hold. */
export interface CacheLimit {
  /** Of all entries together. */
  readonly bytes: number;
  /** Since an entry was last written. */
  readonly days: number;
}

/**
 * Removes entries of a cache, the oldest first, until the rest is within the limit, and what killed processes left half
 * written. A cache is only ever a shortcut: what cannot be removed stays.
 *
 * @param keeps Entries that stay in any case. Default: none.
 */
export function trimCache(directory: string, { bytes, days }: CacheLimit, keeps: readonly string[] = []): void {
  const oldest = Date.now() - days * 24 * 3_600_000;
  let sum = 0;
  for (const { path, size, used } of entriesOf(directory).toSorted((one, other) => other.used - one.used)) {
    sum += size;
    const isWanted = keeps.includes(path) || (used >= oldest && sum <= bytes);
    if (isWanted && !isAbandoned(path, basename(path))) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // It is in use, or another user's.
    }
  }
}

interface Entry {
  readonly path: string;
  readonly size: number;
  /** In milliseconds. */
  readonly used: number;
}

function entriesOf(directory: string): Entry[] {
  return namesIn(directory).flatMap((name): Entry[] => {
    const path = join(directory, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    if (!stat.isDirectory()) return [{ path, size: stat.size, used: stat.mtimeMs }];
    const within = entriesOf(path);
    const size = within.reduce((sum, entry) => sum + entry.size, 0);
    return [{ path, size, used: Math.max(stat.mtimeMs, ...within.map(({ used }) => used)) }];
  });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
