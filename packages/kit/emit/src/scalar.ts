// Words that YAML 1.1 reads as something else: `y`, `on`, `null`, an exponent's tail.
const word = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;
const plain = /^[A-Za-z/][\w/.@+=-]*(?::[\w/.@+=-]+)*$/;
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** A string that reads as the same string in YAML 1.1 and 1.2, on one line: plain where it is safe, else quoted. */
export function stringScalar(text: string): string {
  return plain.test(text) && !word.test(text) ? text : quotedScalar(text);
}

/** A name in a comment: bare where nothing in it can mislead, else quoted, and always on one line. */
export function commentName(name: string): string {
  return /^[\w./:@+=~-]+$/.test(name) ? name : quotedScalar(name);
}

function quotedScalar(text: string): string {
  return JSON.stringify(text).replaceAll(unprintable, (character) => `\\u${hex(character)}`);
}

/** A number with the dot that YAML 1.1 wants before an exponent, and an integer of 64 bits with all its digits. */
export function numberScalar(value: number): string {
  const text = isLongInteger(value) ? String(BigInt(value)) : String(value);
  return text.includes("e") && !text.includes(".") ? text.replace("e", ".0e") : text;
}

/** Whether a number is an integer of 64 bits, of which JavaScript writes the last digits as zeros although it has them. */
export function isLongInteger(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && value >= -(2 ** 63) && value < 2 ** 64;
}

/** Text that can stand as it is, line by line, in a block scalar. */
export function isBlockText(text: string): boolean {
  return (
    text.includes("\n") &&
    /^[^\s]/.test(text) &&
    /^[\n\t\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text) &&
    !/[\u2028\u2029]/.test(text)
  );
}

/** `|`, `|-` or `|+`: what a block scalar says about the line breaks at its end. */
export function blockHeader(text: string): string {
  if (!text.endsWith("\n")) return "|-";
  return text.endsWith("\n\n") ? "|+" : "|";
}

function hex(character: string): string {
  return character.codePointAt(0)!.toString(16).padStart(4, "0");
}
