/**
 * What in a text acts on a terminal: control characters but line breaks, and characters that change how the others are
 * shown, or are not shown themselves.
 *
 * Written as ranges, from the Unicode character database, so that it is not the product's own rule that judges.
 */
export function actingIn(text: string): string[] {
  return Array.from(text).filter((character) => {
    const code = character.codePointAt(0)!;
    return character !== "\n" && ranges.some(([first, last]) => code >= first && code <= last);
  });
}

const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** The lines of a log that a runner of GitHub's, Azure's or TeamCity's takes for a command. */
export function commandsIn(text: string): string[] {
  return text.split(/\r\n|[\n\r]/).filter((line) => /^\s*::/.test(line) || /##(?:\[|vso\[|teamcity\[)/.test(line));
}
