import { toJson } from "@kit/yaml";

/** A map of plain data. */
export type Data = Readonly<Record<string, unknown>>;

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A scalar as people write it; anything else as JSON. */
export function scalarText(value: unknown): string {
  return typeof value === "object" && value !== null ? toJson(value) : String(value);
}

/** What is at a place of plain data, or undefined where there is no such place. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** The map at a place; an empty one where there is none. */
export function dataAt(value: unknown, ...path: readonly (string | number)[]): Data {
  const found = valueAt(value, ...path);
  return isData(found) ? found : {};
}

/** The list at a place; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** The string at a place. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" ? found : undefined;
}
