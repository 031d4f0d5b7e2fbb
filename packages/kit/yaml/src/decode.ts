import { rawByte } from "./scan/chunks.ts";
import { decodeBytes } from "./utf8.ts";

/** A file, or its text where it is known to be UTF-8. */
export type TextOrBytes = string | Uint8Array;

/**
 * A file as go-yaml decodes it: UTF-16 by its BOM, else UTF-8. Invalid bytes stay apart, as halves of a pair that
 * no text has, so that the reader can say what is wrong with them.
 */
export function textForKustomize(input: TextOrBytes): string {
  if (typeof input === "string") return input;
  const utf16 = encodingByBom(input);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(input);
  return decodeBytes(input, (byte) => String.fromCharCode(rawByte + byte));
}

/**
 * A file as kubectl decodes it: by its BOM, else as UTF-8, and an invalid byte becomes U+FFFD. Not so behind a BOM
 * of UTF-8, where it is refused.
 */
export function textForKubectl(input: TextOrBytes): string {
  if (typeof input === "string") return input.startsWith("\uFEFF") ? input.slice(1) : input;
  const utf16 = encodingByBom(input);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(input);
  const hasBom = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf;
  if (hasBom) return textForKustomize(input.subarray(3));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(input);
}

/** The encoding that a file's first two bytes name, if it is not UTF-8. */
export function encodingByBom([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
