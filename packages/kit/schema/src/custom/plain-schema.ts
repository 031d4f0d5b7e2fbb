import { knownWords, type OpenApiSchema } from "../make/open-api.ts";

type Written = OpenApiSchema & { readonly "x-kubernetes-embedded-resource"?: boolean };

/**
 * A definition's schema in the words that the table has a place for. What goes says nothing of types: `not`, `multipleOf`,
 * unions of constraints beside a type, and patterns that only Go can read. So a value may pass here that the server refuses
 * for such a word, and none is refused here that it takes.
 */
export function plainSchema(schema: Written): OpenApiSchema {
  const { anyOf: _anyOf, oneOf: _oneOf, allOf: _allOf, ...said } = schema;
  const { properties, additionalProperties, items, pattern, ...rest } = said;
  const known = Object.entries(rest).filter(([word]) => knownWords.has(word));
  const isFree = rest.type === undefined && properties === undefined;
  const plainProperties = properties === undefined ? {} : { properties: plainFields(properties, schema) };
  return {
    ...(Object.fromEntries(known) as OpenApiSchema),
    ...(isFree && schema["x-kubernetes-embedded-resource"] === true ? { type: "object" } : {}),
    ...(pattern !== undefined && isReadable(pattern) ? { pattern } : {}),
    ...plainProperties,
    ...(items === undefined ? {} : { items: plainSchema(items) }),
    ...(typeof additionalProperties === "object" ? { additionalProperties: plainSchema(additionalProperties) } : {}),
    // Any value of a map.
    ...(additionalProperties === true ? { additionalProperties: {} } : {}),
  };
}

type Fields = NonNullable<OpenApiSchema["properties"]>;

/** The server takes what says the kind of an object in another one, also where its schema does not name it. */
function plainFields(fields: Fields, schema: Written): Fields {
  const plain = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plainSchema(field)]));
  if (schema["x-kubernetes-embedded-resource"] !== true) return plain;
  return { apiVersion: { type: "string" }, kind: { type: "string" }, metadata: { type: "object" }, ...plain };
}

function isReadable(pattern: string): boolean {
  try {
    void new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
