import type { TableNode } from "../table.ts";
import type { OpenApiSchema } from "./open-api.ts";
import { referredName, type SchemaPlace, type TypeContext } from "./type-context.ts";

/** The type of a list: of what it is, and how two of them are merged. */
export function listOf(schema: OpenApiSchema, place: SchemaPlace, context: TypeContext): TableNode {
  const items = schema.items === undefined ? context.list.add({ type: "any" }) : context.placeOf(schema.items, place);
  const listType = schema["x-kubernetes-list-type"];
  const keys = schema["x-kubernetes-list-map-keys"];
  if (listType !== "map" || keys === undefined) {
    return { type: "list", items, ...(listType && { listType }), ...patchedBy(schema) };
  }
  const fields = propertiesOf(schema.items ?? {}, context);
  const written = keys.filter((key) => fields[key]?.default !== undefined);
  const keyDefaults = Object.fromEntries(written.map((key) => [key, fields[key]!.default]));
  return {
    type: "list",
    items,
    listType,
    keys,
    ...(written.length === 0 ? {} : { keyDefaults }),
    ...patchedBy(schema),
  };
}

function propertiesOf(schema: OpenApiSchema, { schemas }: TypeContext): Readonly<Record<string, OpenApiSchema>> {
  const name = referredName(schema);
  return (name === undefined ? schema : schemas[name])?.properties ?? {};
}

/** How a strategic merge patch joins a list, where its type does not say so already. */
function patchedBy(schema: OpenApiSchema): Pick<TableNode, "mergeKey"> {
  const mergeKey = schema["x-kubernetes-patch-merge-key"];
  const strategies = schema["x-kubernetes-patch-strategy"]?.split(",") ?? [];
  const [key, ...others] = schema["x-kubernetes-list-map-keys"] ?? [];
  const isSaid = key === mergeKey && others.length === 0;
  return mergeKey === undefined || isSaid || !strategies.includes("merge") ? {} : { mergeKey };
}
