import type { JsonSchema } from "./json-schema.ts";

/** The schema of a field by its path, such as `.spec.mode`; `missing` where no object has one there; undefined where that is not certain. */
export function fieldAt(schema: JsonSchema, path: string): JsonSchema | "missing" | undefined {
  if (!/^(?:\.[A-Za-z_][A-Za-z0-9_-]*)+$/.test(path)) return path.startsWith(".") ? undefined : "missing";
  let at = schema;
  for (const name of path.slice(1).split(".")) {
    const field = at.properties.get(name);
    if (field === undefined) {
      const isOpen = at.has("additionalProperties") || at.is("x-kubernetes-preserve-unknown-fields");
      return isOpen || at.is("x-kubernetes-embedded-resource") ? undefined : "missing";
    }
    at = field;
  }
  return at;
}
