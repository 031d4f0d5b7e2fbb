/**
 * Counts the characters that are looked at. Each loop and each window that a pattern is given counts, so a test can hold
 * the work to be in proportion to the text, whatever stands in it.
 */
export class Steps {
  count = 0;
}

/** The characters that something may be made of. */
export interface Alphabet {
  has(code: number): boolean;
}

export function alphabet(characters: string): Alphabet {
  const table = tableOf(characters);
  return { has: (code) => code < 128 && table[code] === 1 };
}

/** Every character but some. */
export function without(characters: string): Alphabet {
  const table = tableOf(characters);
  return { has: (code) => code >= 128 || table[code] === 0 };
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
}

/** Where the run of an alphabet's characters that is at a place ends. */
export function runEnd(text: string, at: number, of: Alphabet, steps: Steps): number {
  let end = at;
  while (end < text.length && of.has(text.charCodeAt(end))) end++;
  steps.count += end - at + 1;
  return end;
}

/** The same for many places: a run is read once. */
export function runsOf(text: string, of: Alphabet, steps: Steps): (at: number) => number {
  let start = 0;
  let end = -1;
  return (at) => {
    if (at < start || at > end) {
      start = at;
      end = runEnd(text, at, of, steps);
    }
    return end;
  };
}

/** Where a pattern matches next, for many places: what lies between is read once. The text's length where it does not. */
export function nextOf(text: string, pattern: RegExp, steps: Steps): (at: number) => number {
  let start = 0;
  let next = -1;
  return (at) => {
    if (at < start || at > next) {
      start = at;
      pattern.lastIndex = at;
      next = pattern.exec(text)?.index ?? text.length;
      steps.count += next - at + 1;
    }
    return next;
  };
}

export const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const digits = "0123456789";
export const wordLike: Alphabet = alphabet(`${letters}${digits}_-`);
export const base64: Alphabet = alphabet(`${letters}${digits}+/_-`);
