import type { KindSchema, Path } from "@kit/schema";
import { findKind, typeAt } from "@kit/schema";

/** How the API merges a list: entries known by their keys, a set of values, or one value as a whole. */
export type ListRule =
  | { readonly type: "map"; readonly keys: readonly string[]; readonly defaults: Readonly<Record<string, unknown>> }
  | { readonly type: "set" }
  | { readonly type: "whole" };

/**
 * How the API merges the list at a place of an object.
 *
 * @param path From the object's root; an index for an entry of a list, whichever it is.
 */
export function listRule(apiVersion: string, kind: string, path: Path): ListRule {
  const schema: KindSchema | undefined = findKind(apiVersion, kind);
  const type = schema === undefined ? undefined : typeAt(schema, path);
  if (type?.listType === "map") return { type: "map", keys: type.keys ?? [], defaults: type.keyDefaults ?? {} };
  return type?.listType === "set" ? { type: "set" } : { type: "whole" };
}
