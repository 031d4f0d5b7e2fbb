import { at, listOf, mapOf, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";

/** A map of plain data. */
export type Data = Loose;

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A scalar as people write it; anything else as JSON. */
export function scalarText(value: unknown): string {
  return typeof value === "object" && value !== null ? toJson(value) : String(value);
}

/** What is at a place of plain data, or undefined where there is no such place. */
export const valueAt: typeof at = at;

/** The map at a place; an empty one where there is none. */
export function dataAt(value: unknown, ...path: readonly (string | number)[]): Data {
  return mapOf(at(value, ...path));
}

/** The list at a place; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return listOf(at(value, ...path));
}

/** The string at a place. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" ? found : undefined;
}
