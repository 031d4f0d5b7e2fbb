// Words that YAML 1.1 reads as something else: `y`, `on`, `null`, an exponent's tail.
const word = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;
const plain = /^[A-Za-z/][\w/.@+=-]*(?::[\w/.@+=-]+)*$/;
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** A string that reads as the same string in YAML 1.1 and 1.2, on one line: plain where it is safe, else quoted. */
export function stringScalar(text: string): string {
  if (plain.test(text) && !word.test(text)) return text;
  return JSON.stringify(text).replaceAll(unprintable, (character) => `\\u${hex(character)}`);
}

/** A number with the dot that YAML 1.1 wants before an exponent. */
export function numberScalar(value: number): string {
  const text = String(value);
  return text.includes("e") && !text.includes(".") ? text.replace("e", ".0e") : text;
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
