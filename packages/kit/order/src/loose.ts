/** A map as somebody wrote it: of what is ordered nobody may have looked at the types. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as a map; an empty one where it is not a map. */
export function mapOf(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** The value as a list; an empty one where it is not a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The value as a text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What is at a place: `at(deployment, "spec", "template")`. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) found = mapOf(found)[key];
  return found;
}
