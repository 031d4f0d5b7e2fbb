import { shown } from "@kit/errors";

/** A value as a message names it: `the number 80`, `a list`, `null`. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the string ${shown(value)}`;
  return `the ${typeof value} ${shown(value)}`;
}

/** `"a", "b" or "c"`, the first of them where there are many. */
export function listed(values: readonly unknown[]): string {
  const few = values.slice(0, 12).map(shown);
  if (few.length < values.length) return `${few.join(", ")}, …`;
  return few.length < 2 ? few.join("") : `${few.slice(0, -1).join(", ")} or ${few.at(-1)}`;
}
