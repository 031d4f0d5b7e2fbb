import { isMap, type Json, type JsonObject } from "./json.ts";

/** A map as somebody wrote it: nobody may have looked at the types yet. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as a map; an empty one where it is not a map. */
export function mapOf(value: Json | undefined): JsonObject;
export function mapOf(value: unknown): Loose;
export function mapOf(value: unknown): Loose {
  return isMap(value) ? value : {};
}

/** The value as a list; an empty one where it is not a list. */
export function listOf(value: Json | undefined): readonly Json[];
export function listOf(value: unknown): readonly unknown[];
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The value as a text that is not empty: Go takes an empty one for none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What is at a place, or undefined where there is no such place: `at(deployment, "spec", "template")`. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined;
export function at(value: unknown, ...path: readonly (string | number)[]): unknown;
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step)] as unknown;
    else found = isMap(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}
