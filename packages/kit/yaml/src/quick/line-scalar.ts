import type { Version } from "../scan/scan.ts";
import type { YamlData } from "../values/data.ts";
import { resolve } from "../values/resolve.ts";

/** In the place of what is not read here. */
export const unlike = Symbol("unlike");

// What begins a text without quotes anywhere, and then goes on without an end of it.
const plain = /^(?:-+(?=[^ -])|[\w./+~(^$<=;])(?:[^:# ]|:(?=[^ ])|(?<=[^ ])#| (?=[^ #]))*$/;
const simpleEscapes = /^"(?:[^"\\]|\\["\\nt])*"$/;

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
