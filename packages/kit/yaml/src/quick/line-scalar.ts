import type { Version } from "../scan/scan.ts";
import type { YamlData } from "../values/data.ts";
import { resolve } from "../values/resolve.ts";

/** In the place of what is not read here. */
export const unlike = Symbol("unlike");

// What begins a text without quotes anywhere, and then goes on without an end of it.
const plain = /^(?:-+(?=[^ -])|[\w./+~(^$<=;])(?:[^:# ]|:(?=[^ ])|(?<=[^ ])#| (?=[^ #]))*$/;
const simpleEscapes = /^"(?:[^"\\]|\\["\\nt])*"$/;

// Of these both versions make the same: texts, numbers and truths as nearly everybody writes them.
const sameInBoth = /^(?!(?:y|n|yes|no|on|off|null)$)[a-z/_](?:[^=]|=(?=.))*$|^(?:0|[1-9]\d{0,14})$/i;

/** Whether a scalar that `readScalar` has read as that value is the same to the other version. */
export function isSameInBoth(line: string, value: YamlData, version: Version): boolean {
  const first = line.charCodeAt(0);
  if (first === 34 || first === 39 || line === "{}" || line === "[]" || sameInBoth.test(line)) return true;
  return readScalar(line, version === 2 ? 3 : 2) === value;
}

/** A scalar that is the rest of a line. */
export function readScalar(line: string, version: Version): YamlData | typeof unlike {
  const first = line.charCodeAt(0);
  if (first === 34) return simpleEscapes.test(line) ? (JSON.parse(line) as string) : unlike;
  if (first === 39) return /^'(?:[^']|'')*'$/.test(line) ? line.slice(1, -1).replaceAll("''", "'") : unlike;
  if (line === "{}") return {};
  if (line === "[]") return [];
  if (!plain.test(line) || line === "<<") return unlike;
  const { tag, value } = resolve(line, version);
  if (tag === "!!timestamp") return unlike;
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : unlike;
  return typeof value === "bigint" ? unlike : value;
}
