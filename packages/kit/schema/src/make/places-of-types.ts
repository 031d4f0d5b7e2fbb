import type { TableNode } from "../table.ts";
import { namedTypes } from "./named-types.ts";
import type { OpenApiSchema } from "./open-api.ts";
import { statesImmutable } from "./states-immutable.ts";
import { referredName, type SchemaPlace, type TypeContext } from "./type-context.ts";

const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/**
 * Puts types into the list, each named one once, also where it contains itself.
 *
 * @param nodeOf Makes the type of a schema that refers to no other.
 */
export function placesOfTypes(
  { schemas, list, custom }: Omit<TypeContext, "placeOf">,
  nodeOf: (schema: OpenApiSchema, place: SchemaPlace) => TableNode,
): TypeContext["placeOf"] {
  const known = new Map<string, number>();
  // What is being made, and its place once it has turned out to contain itself.
  const unfinished = new Map<string, number | undefined>();

  return (schema, place, field = "") => {
    const name = referredName(schema);
    const immutable = field !== "" && statesImmutable(place.owner, field, schema);
    if (name === undefined) {
      const node = nodeOf(schema, place);
      return list.add(immutable ? { ...node, immutable: true } : node);
    }
    const named = namedTypes[name];
    if (named !== undefined) {
      const type: TableNode = place.enforced || !custom ? named : { type: "any" };
      return list.add({ ...type, ...(immutable ? { immutable } : {}) });
    }
    // The server decodes any object's metadata itself, and of a custom resource's drops what it cannot.
    const referred = placeOfNamed(name, place.enforced && !(custom && name === objectMeta));
    if (!immutable) return referred;
    if (unfinished.has(`${name} ${place.enforced}`)) throw new Error(`${place.owner}.${field} contains itself`);
    return list.add({ ...list.nodes[referred]!, immutable });
  };

  function placeOfNamed(name: string, enforced: boolean): number {
    const key = `${name} ${enforced}`;
    const done = known.get(key);
    if (done !== undefined) return done;
    if (unfinished.has(key)) {
      const reserved = unfinished.get(key) ?? list.reserve();
      unfinished.set(key, reserved);
      return reserved;
    }
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`no schema is named ${name}`);
    unfinished.set(key, undefined);
    const node = nodeOf(schema, { owner: name, enforced });
    const reserved = unfinished.get(key);
    unfinished.delete(key);
    if (reserved !== undefined) list.set(reserved, node);
    const place = reserved ?? list.add(node);
    known.set(key, place);
    return place;
  }
}
