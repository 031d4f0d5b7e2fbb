/** What Go's `strconv` makes of a text. A number where that has the same digits, else a bigint. */
export type Integer = number | bigint;

export const leastInt64 = -(2n ** 63n);
export const mostInt64 = 2n ** 63n - 1n;
export const mostUint64 = 2n ** 64n - 1n;

/** As `ParseInt(text, 0, 64)`, then `ParseUint`: with the prefixes of Go, and `0` for octal. */
export function parseInteger(text: string): Integer | undefined {
  // Nearly all are this.
  if (/^-?[1-9]\d{0,14}$/.test(text) || text === "0") return Number(text);
  const [, sign = "", rest = ""] = /^([-+]?)(.*)$/s.exec(text)!;
  const [base, digits] = baseOf(rest);
  return ofDigits(sign, digits, base);
}

/** As `ParseInt(text, base, 64)`, then `ParseUint`. */
export function parseDigits(text: string, base: 2 | 8): Integer | undefined {
  const [, sign = "", digits = ""] = /^([-+]?)(.*)$/s.exec(text)!;
  return ofDigits(sign, digits, base);
}

type Base = 2 | 8 | 10 | 16;

function baseOf(text: string): [Base, string] {
  if (!text.startsWith("0")) return [10, text];
  const base = text.length > 2 ? prefixes[text[1]!.toLowerCase()] : undefined;
  if (base !== undefined) return [base, text.slice(2)];
  return text === "0" ? [10, text] : [8, text.slice(1)];
}

const prefixes: Readonly<Record<string, Base>> = { b: 2, o: 8, x: 16 };
const forms: Readonly<Record<Base, RegExp>> = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^\d+$/, 16: /^[\da-fA-F]+$/ };
const written: Readonly<Record<Base, string>> = { 2: "0b", 8: "0o", 10: "", 16: "0x" };

function ofDigits(sign: string, digits: string, base: Base): Integer | undefined {
  if (!forms[base].test(digits)) return undefined;
  const size = BigInt(written[base] + digits);
  const value = sign === "-" ? -size : size;
  if (value < leastInt64 || value > (sign === "" ? mostUint64 : mostInt64)) return undefined;
  return exact(value);
}

/**
 * A number where that is written with the same digits: so no two integers become one number, and what a program has
 * written as a number is read as that.
 */
export function exact(value: bigint): Integer {
  const rounded = Number(value);
  return String(rounded) === String(value) ? rounded : value;
}

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A decimal number, as YAML writes it. Undefined where the text is not a number, or too big for 64 bits. */
export function parseFloat64(text: string): number | undefined {
  if (!decimal.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** As `ParseFloat` for a text that begins with a point: an underscore may stand between two digits. */
export function parseFraction(text: string): number | undefined {
  return /(?<!\d)_|_(?!\d)/.test(text) ? undefined : parseFloat64(text.replaceAll("_", ""));
}

/** As `FormatFloat(value, 'g', -1, 32)`, which sigs.k8s.io/yaml has for keys, and go-yaml's words for what is not a number. */
export function float32Text(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return ".nan";
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  const shortest = Array.from({ length: 9 }, (_, index) => single.toExponential(index)).find(
    (text) => Math.fround(Number(text)) === single,
  )!;
  const [digits = "", power = ""] = shortest.split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 21 && (exponent < 6 || false)) return plainDigits(single, digits, exponent);
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}

function plainDigits(value: number, digits: string, exponent: number): string {
  const figures = digits.replace(/^-/, "").replace(".", "");
  const places = Math.max(figures.length - 1 - exponent, 0);
  return Number(`${value < 0 ? "-" : ""}${figures}e${exponent - figures.length + 1}`).toFixed(places);
}
