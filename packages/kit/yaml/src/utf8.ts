import { isUtf8 } from "node:buffer";

/** A text of bytes, each of which is not UTF-8 where it stands is what is made of it. */
export function decodeBytes(bytes: Uint8Array, replace: (byte: number) => string): string {
  const whole = tryDecode(bytes);
  if (whole !== undefined) return whole;
  let text = "";
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const width = widthAt(bytes, at);
    if (width > 0) {
      at += width;
      continue;
    }
    text += tryDecode(bytes.subarray(start, at))! + replace(bytes[at]!);
    at++;
    start = at;
  }
  return text + tryDecode(bytes.subarray(start))!;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes the character has that begins here; 0 where none does. */
function widthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return at + width <= bytes.length && isUtf8(bytes.subarray(at, at + width)) ? width : 0;
}
