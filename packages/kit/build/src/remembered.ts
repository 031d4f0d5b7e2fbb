import { keepText, keptText } from "@kit/tree";

/** Remembers digests of what need not be done again. */
export interface Remembered {
  /** Whether the digest is one of those that were remembered last. */
  readonly isKnown: boolean;
  /** Call it when the work is done. */
  remember(): void;
}

// Enough for those who go back and forth between branches.
const most = 100;

/** @param file Where to remember. */
export function remembered(file: string, digest: string): Remembered {
  return {
    isKnown: digestsIn(file).includes(digest),
    remember() {
      const others = digestsIn(file).filter((one) => one !== digest);
      keepText(file, [...others, digest].slice(-most).join("\n"));
    },
  };
}

function digestsIn(file: string): string[] {
  return keptText(file)?.split("\n") ?? [];
}
