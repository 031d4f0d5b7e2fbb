import type { TableNode } from "../table.ts";
import { limitsOf } from "./limits-of.ts";
import { listOf } from "./list-of.ts";
import { objectOf } from "./object-of.ts";
import { knownWords, type OpenApiSchema } from "./open-api.ts";
import type { SchemaPlace, TypeContext } from "./type-context.ts";

/**
 * The type of a schema that refers to no other, with what the server holds its values to.
 *
 * @throws Error where the schema says something that the table cannot.
 */
export function nodeOf(schema: OpenApiSchema, place: SchemaPlace, context: TypeContext): TableNode {
  const unknown = Object.keys(schema).filter((word) => !knownWords.has(word));
  if (unknown.length > 0) throw new Error(`the table has no place for ${unknown.join(", ")} of ${place.owner}`);
  const node = bareNodeOf(schema, place, context);
  const stated = {
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(schema.default === undefined ? {} : { default: schema.default }),
  };
  if (!place.enforced) return context.custom ? { ...node, nullable: true } : node;
  if (!context.custom) return schema.enum === undefined ? node : { ...node, ...stated };
  const limits = limitsOf(schema);
  return {
    ...node,
    ...stated,
    ...(schema.nullable === true ? { nullable: true } : {}),
    ...(limits === undefined ? {} : { limits }),
  };
}

function bareNodeOf(schema: OpenApiSchema, place: SchemaPlace, context: TypeContext): TableNode {
  const { type } = schema;
  if (schema["x-kubernetes-int-or-string"] === true) return { type: "int-or-string" };
  if (type === "array") return listOf(schema, place, context);
  if (type === "object" || schema.properties !== undefined) return objectOf(schema, place, context);
  if (type === "string" || type === "integer" || type === "number") {
    return scalarOf(type, schema.format, context.custom && !place.enforced);
  }
  if (type === "boolean") return { type };
  const union = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (type !== undefined || union !== undefined) throw new Error(`the table has no place for a type of ${place.owner}`);
  return { type: "any" };
}

/** What is not enforced is not decoded: of a text with a format the server does not even look at the type. */
function scalarOf(type: "string" | "integer" | "number", format: string | undefined, isLoose: boolean): TableNode {
  if (format === undefined) return { type };
  if (!isLoose) return { type, format };
  if (type !== "string") return { type: "number" };
  return format === "byte" ? { type } : { type: "any" };
}
