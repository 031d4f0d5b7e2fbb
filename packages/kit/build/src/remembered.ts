import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Remembers one digest, of what need not be done again. */
export interface Remembered {
  /** Whether the digest is the one that was remembered last. */
  readonly isKnown: boolean;
  /** Call it when the work is done. */
  remember(): void;
}

/**
 * @param file Where to remember. It is only ever a shortcut: what cannot be read or written is done again.
 */
export function remembered(file: string, digest: string): Remembered {
  return {
    isKnown: readIfThere(file) === digest,
    remember() {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.${process.pid}`, digest);
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // The next build does it again.
      }
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
