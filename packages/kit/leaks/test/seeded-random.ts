/** Random values, the same for the same seed. */
export interface SeededRandom {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  text(characters: string, length: number): string;
  bytes(length: number): Buffer;
}

export function seededRandom(seed: number): SeededRandom {
  // mulberry32
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    oneOf: (items) => items[below(items.length)]!,
    text: (characters, length) => Array.from({ length }, () => characters[below(characters.length)]).join(""),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
