import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Remembers digests of what need not be done again. */
export interface Remembered {
  /** Whether the digest is one of those that were remembered last. */
  readonly isKnown: boolean;
  /** Call it when the work is done. */
  remember(): void;
}

// Enough for those who go back and forth between branches.
const most = 100;

/**
 * @param file Where to remember. It is only ever a shortcut: what cannot be read or written is done again.
 */
export function remembered(file: string, digest: string): Remembered {
  return {
    isKnown: readIfThere(file).includes(digest),
    remember() {
      try {
        mkdirSync(dirname(file), { recursive: true });
        const others = readIfThere(file).filter((one) => one !== digest);
        writeFileSync(`${file}.${process.pid}`, [...others, digest].slice(-most).join("\n"));
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // The next build does it again.
      }
    },
  };
}

function readIfThere(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
