import type { TableNode } from "../table.ts";
import type { OpenApiSchema } from "./open-api.ts";
import type { SchemaPlace, TypeContext } from "./type-context.ts";

/** The type of an object or a map: its fields, those that it needs, and those that the server fills in. */
export function objectOf(schema: OpenApiSchema, place: SchemaPlace, { custom, placeOf }: TypeContext): TableNode {
  const { properties, additionalProperties, required = [] } = schema;
  const open = schema["x-kubernetes-preserve-unknown-fields"] === true;
  if (typeof additionalProperties === "object") return { type: "map", values: placeOf(additionalProperties, place) };
  // The server does not look into an object of which nothing is stated.
  if (properties === undefined) return { type: "object", fields: {}, open: true };
  const fields = Object.entries(properties).map(([name, field]): [string, number] => [
    name,
    placeOf(field, place, name),
  ]);
  // The server fills in what has a default before it looks.
  const insisted = required.filter((name) => !custom || properties[name]?.default === undefined);
  const filled = custom ? [] : Object.keys(properties).filter((name) => isEmptyObject(properties[name]!.default));
  return {
    type: "object",
    fields: sortedFields(fields),
    ...(place.enforced && filled.length > 0 ? { filled: filled.toSorted() } : {}),
    ...(place.enforced && insisted.length > 0 ? { required: insisted.toSorted() } : {}),
    ...(open ? { open } : {}),
  };
}

export function sortedFields(fields: readonly [string, number][]): Record<string, number> {
  return Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
