import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// What a type-check of the repository reads, beside the dependencies that the lockfile pins.
const sources = /\.([cm]?ts|json)$|^pnpm-lock\.yaml$/;
const unread = new Set(["node_modules", "generated", "overlays", "docs"]);

/** Remembers which sources have compiled, so that the same ones need not be compiled again. */
export interface CheckedSources {
  /** Whether the sources, as they are now, are those that have compiled. */
  readonly areKnown: boolean;
  /** Call it when they have compiled. */
  remember(): void;
}

/** @param file Where to remember. It is only ever a shortcut: what cannot be read or written is compiled again. */
export function checkedSources(root: string, file: string): CheckedSources {
  const hash = createHash("sha256");
  for (const path of sourcesBelow(root)) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  const digest = hash.digest("hex");
  return {
    areKnown: readIfThere(file) === digest,
    remember() {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.${process.pid}`, digest);
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // The next build compiles them again.
      }
    },
  };
}

function sourcesBelow(directory: string): string[] {
  const items = readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return items.flatMap((item) => {
    if (unread.has(item.name) || item.name.startsWith(".")) return [];
    const path = join(directory, item.name);
    if (item.isDirectory()) return sourcesBelow(path);
    return sources.test(item.name) ? [path] : [];
  });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
