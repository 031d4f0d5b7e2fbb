import { isMap } from "@kit/kube";
import { forTerminalLines } from "@kit/text";
import { resolvesToText, toJson } from "@kit/yaml";
import { defineScalarTag, dump, DUMP_SCHEMA, intCoreTag } from "js-yaml";

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
  if (Object.values(value).some((part) => isMap(part) || Array.isArray(part))) return undefined;
  return jsonLine(value);
}

/** A value as lines of YAML. */
export function linesOf(value: unknown): string[] {
  if (typeof value === "string") return value.replace(/\n$/, "").split("\n").map(forTerminalLines);
  return dump(value, { lineWidth: -1, noRefs: true, schema }).trimEnd().split("\n").map(forTerminalLines);
}

function isPlain(text: string): boolean {
  return (
    text.length <= longestLine &&
    text === text.trim() &&
    text !== "" &&
    !text.includes("\n") &&
    forTerminalLines(text) === text &&
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
  const text = forTerminalLines(toJson(value));
  return text.length <= longestLine && !text.includes(String.raw`\n`) ? text : undefined;
}
