import type { Loose } from "../../loose.ts";

/** Whether two values have one canonical text, without making it. */
export function hasSameText(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => hasSameText(item, other[index]));
  }
  if (!isParted(one) || !isParted(other)) {
    return !isParted(one) && !isParted(other) && canonicalText(one) === canonicalText(other);
  }
  if (Array.isArray(one) || Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && hasSameText(one[name], other[name]))
  );
}

function isParted(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

/** JSON with the fields of every map in one order. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map(canonicalText).join(",")}]`;
  // As JSON has neither, and readers of YAML make both.
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.keys(value).toSorted();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonicalText((value as Loose)[name])}`).join(",")}}`;
}
