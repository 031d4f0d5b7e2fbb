/**
 * Plain data as JSON on one line, which is YAML too, and to both readers the same. As `JSON.stringify`, but a bigint
 * keeps all its digits, and undefined is null where it stands for itself.
 */
export function toJson(data: unknown): string {
  if (typeof data === "bigint") return String(data);
  if (typeof data !== "object" || data === null) return JSON.stringify(data ?? null);
  if (Array.isArray(data)) return `[${data.map(toJson).join(",")}]`;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${toJson(value)}`).join(",")}}`;
}
