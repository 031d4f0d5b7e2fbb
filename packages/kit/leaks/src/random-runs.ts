import type { Range } from "./secret.ts";
import { base64, runEnd, type Steps } from "./steps.ts";

/**
 * Runs of characters that nobody wrote, whatever they are called: they change often between upper case, lower case and
 * digits. Digests, UUIDs and git's hashes have no upper case, so they do not.
 */
export function findRandomRuns(text: string, steps: Steps): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length;) {
    let end = runEnd(text, at, base64, steps);
    if (end - at >= size && isRandomRun(text.slice(at, end), steps)) {
      while (text[end] === "=") end++;
      found.push({ at, end });
    }
    at = end + 1;
  }
  return found;
}

/** Whether a run has a part that is random. */
function isRandomRun(run: string, steps: Steps): boolean {
  // The path of a temporary directory changes as often, but over all of its names.
  if (isPath(run)) return run.split("/").some((name) => isRandomRun(name, steps));
  // kubernetes-models' names of types, which a compiler's messages have.
  if (/^I{0,2}oK8s/.test(run) || isEncodedText(run)) return false;
  steps.count += 4 * run.length;
  return isAwsLike(run) || hasRandomWindow(run);
}

const size = 20;
// Measured: of random base64 with 43 characters one in 100,000 has fewer in each of its windows. Of the names and paths in
// this repository and in its dependencies' documentation none has as many.
const leastChanges = (length: number): number => (length < 40 ? 8 : 7);

/** Whether 20 characters in a row have enough of each case, and of what would be words and numbers. */
function hasRandomWindow(run: string): boolean {
  const least = leastChanges(run.length);
  let [upper, lower, words] = [0, 0, 0];
  for (let at = 0; at < run.length; at++) {
    const kind = kindOf(run, at);
    upper += Number(kind === isUpper);
    lower += Number(kind === isLower);
    words += Number(beginsWord(run, at));
    const start = at + 1 - size;
    if (start < 0) continue;
    // What goes on from before the window begins a word in it.
    const first = kindOf(run, start);
    const count = words + Number(first !== 0 && !beginsWord(run, start));
    if (upper >= 3 && lower >= 3 && count >= least) return true;
    upper -= Number(first === isUpper);
    lower -= Number(first === isLower);
    words -= Number(beginsWord(run, start));
  }
  return false;
}

/** A word is `word`, `Word` or `WORD`. */
function beginsWord(run: string, at: number): boolean {
  const kind = kindOf(run, at);
  const before = at === 0 ? 0 : kindOf(run, at - 1);
  if (kind === 0 || kind === before) return false;
  if (kind !== isLower || before !== isUpper) return true;
  return at > 1 && kindOf(run, at - 2) === isUpper;
}

const isLower = 1;
const isUpper = 2;
const isDigit = 3;

/** 0 is any other character. */
function kindOf(run: string, at: number): number {
  const code = run.charCodeAt(at);
  if (code >= 97 && code <= 122) return isLower;
  if (code >= 65 && code <= 90) return isUpper;
  return code >= 48 && code <= 57 ? isDigit : 0;
}

/** An AWS secret key has 40 characters, among which the windows may miss one in some thousands. */
function isAwsLike(run: string): boolean {
  return run.length === 40 && [/[A-Z]/g, /[a-z]/g, /\d/g].every((kind) => (run.match(kind) ?? []).length >= 3);
}

/** Whether it is the base64 of a text that people can read, which looks random and is not. */
function isEncodedText(run: string): boolean {
  if (!/^[A-Za-z0-9+/]+$/.test(run)) return false;
  return /^[\t\n\r\x20-\x7e]+$/.test(Buffer.from(run, "base64").toString("latin1"));
}

/** Whether a text has words between slashes, which base64 has hardly ever. */
function isPath(run: string): boolean {
  return run.length <= 4096 && run.split("/").filter((name) => /^[a-z]{3,}$/.test(name)).length >= 2;
}
