/**
 * What a reader does not see, and what acts on how the rest is shown: control characters (terminal escapes, line breaks),
 * direction marks, joiners and other characters without width, the separators of lines and paragraphs, and halves of
 * pairs. Global.
 */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const short: Readonly<Record<string, string>> = { "\n": String.raw`\n`, "\r": String.raw`\r`, "\t": String.raw`\t` };

/** A character as JavaScript writes it: `\n`, `\u001b`, `\u{e0001}`. */
export function written(character: string): string {
  const number = character.codePointAt(0)!.toString(16).padStart(4, "0");
  return short[character] ?? (number.length > 4 ? `\\u{${number}}` : `\\u${number}`);
}
