import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { loadAll, YAML11_SCHEMA } from "js-yaml";

type Manifest = { readonly kind?: string; readonly metadata?: { readonly name?: string } };

/** The objects in the YAML files below a directory, by kind and name; kustomizations are not objects of a cluster. */
export function readObjects(directory: string): Map<string, unknown> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  const objects = files
    .flatMap((file) => loadAll(readFileSync(join(directory, file), "utf8"), { schema: YAML11_SCHEMA }) as Manifest[])
    .filter(({ kind }) => kind !== "Kustomization");
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata?.name}`, object]));
}

/**
 * Makes sure that two programs wrote the same objects: what did less work would be faster.
 *
 * @throws Error where an object is missing in one, or differs.
 */
export function requireSameObjects(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
  expected: number,
): void {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const different = names.filter((name) => !isDeepStrictEqual(one.get(name), other.get(name)));
  if (different.length > 0) throw new Error(`not the same objects: ${different.slice(0, 5).join(", ")}`);
  if (names.length !== expected) throw new Error(`${names.length} objects were written instead of ${expected}`);
}
