import { findSecrets } from "../find-secrets.ts";
import { linted } from "./secretlint.ts";

/** A secret that stands in a text. It never has the value. */
export interface Leak {
  /** The text's path, as it was given. */
  readonly where: string;
  /** From 1. */
  readonly line: number;
  /** What it is: `a GitHub token`, or `a value named BETTER_AUTH_SECRET`. */
  readonly kind: string;
}

/**
 * The secrets that stand in texts: what has the shape of one, and random values whose name says that they are secret.
 * One for a line, in the order of the texts. No comment in a text excuses one.
 *
 * @param texts By path.
 * @param publicValues Values that are not secrets, although they look like one. Default: none.
 */
export async function findLeaks(
  texts: Iterable<readonly [string, string]>,
  publicValues: readonly string[] = [],
): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const [where, content] of texts) {
    const lineOf = lineCounter(content);
    const found = [
      ...findSecrets(content, { publicValues }).map(({ at, kind }) => ({ line: lineOf(at), kind })),
      ...(await linted(where, content, publicValues)),
    ];
    // The first that knows it says what it is.
    const byLine = Map.groupBy(found, ({ line }) => line);
    const first = [...byLine.values()].map(([leak]) => ({ where, ...leak! }));
    leaks.push(...first.toSorted((one, other) => one.line - other.line));
  }
  return leaks;
}

/** Tells the line of a place, from 1; of later places each time. */
function lineCounter(content: string): (at: number) => number {
  let line = 1;
  let next = content.indexOf("\n");
  return (at) => {
    while (next !== -1 && next < at) {
      line++;
      next = content.indexOf("\n", next + 1);
    }
    return line;
  };
}
