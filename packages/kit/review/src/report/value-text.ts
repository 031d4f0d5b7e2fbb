import { resolvesToText, toJson } from "@kit/yaml";
import { defineScalarTag, dump, DUMP_SCHEMA, intCoreTag } from "js-yaml";
import { isData } from "../data.ts";

/** A longer value does not stand on one line. */
const longestLine = 100;

/** What is written, also where it is an integer that no number can hold. */
const schema = DUMP_SCHEMA.withTags(
  defineScalarTag("tag:yaml.org,2002:int", {
    ...intCoreTag,
    identify: (value) => typeof value === "bigint" || intCoreTag.identify(value),
    represent: (value) => (typeof value === "bigint" ? String(value) : intCoreTag.represent(value)),
  }),
);

/** A value on one line, or undefined where it needs several. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value === "string") return isPlain(value) ? value : jsonLine(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Object.values(value).some((part) => isData(part) || Array.isArray(part))) return undefined;
  return jsonLine(value);
}

/** A value as lines of YAML. */
export function linesOf(value: unknown): string[] {
  if (typeof value === "string") return value.replace(/\n$/, "").split("\n").map(visible);
  return dump(value, { lineWidth: -1, noRefs: true, schema }).trimEnd().split("\n").map(visible);
}

/** Text without what would move a terminal's cursor or hide in it: control and format characters, but tabs and line ends. */
export function visible(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, (one) => {
    return `\\u${one.codePointAt(0)!.toString(16).padStart(4, "0")}`;
  });
}

function isPlain(text: string): boolean {
  return (
    text.length <= longestLine &&
    text === text.trim() &&
    text !== "" &&
    !/[\n\u2028\u2029]/.test(text) &&
    visible(text) === text &&
    !readsAsOther(text)
  );
}

/** Whether it would read as a number or the like, or as JSON: as something else than the text that it is. */
function readsAsOther(text: string): boolean {
  // No other text does, and reading takes time.
  const mayBeScalar = /^(?:[-+.\d][-+.\w:]*|~|[a-z]{1,5})$/i.test(text);
  if (!mayBeScalar && !/^["[{]/.test(text)) return false;
  return isJson(text) || (mayBeScalar && !resolvesToText(text));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function jsonLine(value: unknown): string | undefined {
  const text = visible(toJson(value));
  return text.length <= longestLine && !text.includes(String.raw`\n`) ? text : undefined;
}
