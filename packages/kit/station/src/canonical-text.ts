/**
 * Plain data as a text: of equal data the same, of other data another. JSON says nothing of maps, sets and what is undefined,
 * and a map without entries must not be one with other fields.
 *
 * The order of fields counts: files are written in it.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  // JSON has no such words, and quotes its texts.
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Map) return `map${canonicalText([...value])}`;
  if (value instanceof Set) return `set${canonicalText([...value])}`;
  const fields = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${canonicalText(child)}`);
  return `{${fields.join(",")}}`;
}
