import { unseen } from "./unseen.ts";

const short: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t", '"': '"', "\\": "\\" };

/** A path in the head of a unified diff, as git writes it: in quotes, with octal bytes, where it holds what nobody sees. */
export function forDiffPath(path: string): string {
  if (path.search(unseen) === -1 && !/["\\]/.test(path)) return path;
  return `"${path.replaceAll(/["\\]/g, quoted).replaceAll(unseen, quoted)}"`;
}

function quoted(character: string): string {
  const letter = short[character];
  if (letter !== undefined) return `\\${letter}`;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
