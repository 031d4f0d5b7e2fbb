/** What of a JSON Schema says a type. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/**
 * The TypeScript of a chart's values, of its values.schema.json. Every field may be left out, because a chart has values of its
 * own. What a schema says beyond types, helm judges.
 */
export function valuesText(schema: unknown): string {
  const root = (typeof schema === "object" && schema !== null ? schema : {}) as Schema;
  const text = typeText(root, root, "", []);
  return `// Made by \`vendor\` of the chart's values.schema.json: an edit here is lost.\nexport type Values = ${text};\n`;
}

function typeText(schema: Schema, root: Schema, indent: string, seen: readonly string[]): string {
  const { $ref, type, oneOf, anyOf } = schema;
  if ($ref !== undefined) {
    // What names itself, or another file, is not followed.
    const found = seen.includes($ref) ? undefined : referred(root, $ref);
    return found === undefined ? "unknown" : typeText(found, root, indent, [...seen, $ref]);
  }
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literal));
  const choices = oneOf ?? anyOf;
  if (choices !== undefined)
    return union(
      choices.map((one) =>
        typeText({ ...schema, oneOf: undefined, anyOf: undefined, ...one } as Schema, root, indent, seen),
      ),
    );
  if (Array.isArray(type))
    return union(type.map((one) => typeText({ ...schema, type: one as string }, root, indent, seen)));
  if (type === "string" || type === "boolean" || type === "null") return type;
  if (type === "integer" || type === "number") return "number";
  if (type === "array") {
    const { items } = schema;
    const item =
      items === undefined || Array.isArray(items) ? "unknown" : typeText(items as Schema, root, indent, seen);
    return `readonly (${item})[]`;
  }
  return type === "object" || schema.properties !== undefined ? objectText(schema, root, indent, seen) : "unknown";
}

function objectText(
  { properties = {}, additionalProperties }: Schema,
  root: Schema,
  indent: string,
  seen: readonly string[],
): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(([name, field]) => {
    const said =
      field.description === undefined
        ? ""
        : `${inner}/** ${field.description.replaceAll("*/", "*\\/").replaceAll(/\s+/g, " ").trim()} */\n`;
    return `${said}${inner}readonly ${JSON.stringify(name)}?: ${typeText(field, root, inner, seen)};\n`;
  });
  if (additionalProperties !== false) {
    const isOther = typeof additionalProperties === "object" && fields.length === 0;
    fields.push(
      `${inner}readonly [key: string]: ${isOther ? typeText(additionalProperties, root, inner, seen) : "unknown"};\n`,
    );
  }
  return fields.length === 0 ? "{ readonly [key: string]: never }" : `{\n${fields.join("")}${indent}}`;
}

function referred(root: Schema, reference: string): Schema | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let at: unknown = root;
  for (const part of reference.slice(2).split("/")) {
    const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    at =
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined;
  }
  return typeof at === "object" && at !== null ? at : undefined;
}

function literal(value: unknown): string {
  return typeof value === "object" && value !== null ? "unknown" : JSON.stringify(value);
}

function union(types: readonly string[]): string {
  const all = [...new Set(types)];
  return all.includes("unknown") || all.length === 0 ? "unknown" : all.join(" | ");
}
