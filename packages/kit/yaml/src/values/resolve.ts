import type { Version } from "../scan/scan.ts";
import { parseDigits, parseFloat64, parseFraction, parseInteger, type Integer } from "./number.ts";
import { timestampText } from "./timestamp.ts";

/** What a scalar is, and its value. */
export type Resolved =
  | { readonly tag: "!!str" | "!!merge"; readonly value: string }
  | { readonly tag: "!!null"; readonly value: null }
  | { readonly tag: "!!bool"; readonly value: boolean }
  | { readonly tag: "!!int"; readonly value: Integer }
  | { readonly tag: "!!float"; readonly value: number }
  /** The value is the time as Go writes it in JSON. */
  | { readonly tag: "!!timestamp"; readonly value: string };

/**
 * What a text without quotes is to go-yaml.
 *
 * @param isTime Whether it may be a time: not where a tag says that it is something else.
 */
export function resolve(text: string, version: Version, isTime = true): Resolved {
  if (text === "") return words.get(text)!;
  const first = text.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 45 || first === 43;
  if (isNumeric || first === 46) return words.get(text) ?? (isNumeric ? number(text, version, isTime) : fraction(text));
  const word = text.length > 5 ? undefined : (version === 2 ? words11 : words).get(text);
  return word ?? { tag: "!!str", value: text };
}

const words = new Map<string, Resolved>([
  ...["true", "True", "TRUE"].map((word) => [word, { tag: "!!bool", value: true }] as const),
  ...["false", "False", "FALSE"].map((word) => [word, { tag: "!!bool", value: false }] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, { tag: "!!null", value: null }] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, { tag: "!!float", value: Number.NaN }] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(
    (word) => [word, { tag: "!!float", value: Number.POSITIVE_INFINITY }] as const,
  ),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, { tag: "!!float", value: Number.NEGATIVE_INFINITY }] as const),
]);

/** Of YAML 1.1, which the second go-yaml still has. */
const words11 = new Map<string, Resolved>([
  ...words,
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((word) => [word, { tag: "!!bool", value: true }] as const),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((word) => [word, { tag: "!!bool", value: false }] as const),
]);

function fraction(text: string): Resolved {
  const value = parseFraction(text);
  return value === undefined ? { tag: "!!str", value: text } : { tag: "!!float", value };
}

function number(text: string, version: Version, isTime: boolean): Resolved {
  const time = isTime ? timestampText(text) : undefined;
  if (time !== undefined) return { tag: "!!timestamp", value: time };
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const integer = parseInteger(plain);
  if (integer !== undefined) return { tag: "!!int", value: integer };
  const float = parseFloat64(plain);
  if (float !== undefined) return { tag: "!!float", value: float };
  const signed = afterPrefix(plain, version);
  return signed === undefined ? { tag: "!!str", value: text } : { tag: "!!int", value: signed };
}

/** Both take `0b-1` for -1, and the third one `0o-7` for -7: a sign may stand behind the prefix. */
function afterPrefix(text: string, version: Version): Integer | undefined {
  if (text.startsWith("0b")) return parseDigits(text.slice(2), 2);
  return version === 3 && text.startsWith("0o") ? parseDigits(text.slice(2), 8) : undefined;
}
