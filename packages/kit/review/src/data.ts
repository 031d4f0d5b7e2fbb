import { at, listOf, mapOf, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";

/** A scalar as people write it; anything else as JSON. */
export function scalarText(value: unknown): string {
  return typeof value === "object" && value !== null ? toJson(value) : String(value);
}

/** The map at a place; an empty one where there is none. */
export function dataAt(value: unknown, ...path: readonly (string | number)[]): Loose {
  return mapOf(at(value, ...path));
}

/** The list at a place; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return listOf(at(value, ...path));
}

/** The string at a place. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" ? found : undefined;
}
