import type { OpenApiSchema } from "@kit/schema";
import type { DefinitionVersion, KindDefinition } from "./definition.ts";

/** The TypeScript of a kind in one version: an interface of its fields, and a class that is used with `new`. */
export function typesText({ metadata, spec: { group, names } }: KindDefinition, version: DefinitionVersion): string {
  const { kind } = names;
  const apiVersion = JSON.stringify(`${group}/${version.name}`);
  const { description, properties = {}, required = [] } = version.schema.openAPIV3Schema;
  const { apiVersion: _apiVersion, kind: _kind, metadata: _metadata, ...fields } = properties;
  return `// Made by \`crds add\` of the definition ${metadata.name}: an edit here is lost.
import { customKind, type CustomKind, type CustomObject, type ObjectMetadata } from "typed-manifests";

${comment(description, "")}export interface I${kind} {
  readonly apiVersion: ${apiVersion};
  readonly kind: "${kind}";
  readonly metadata: ObjectMetadata;
${fieldsText(fields, required, "  ")}}

export const ${kind}: CustomKind<I${kind}> = customKind(${apiVersion}, "${kind}");
export type ${kind} = CustomObject<I${kind}>;
`;
}

function fieldsText(
  fields: Readonly<Record<string, OpenApiSchema>>,
  required: readonly string[],
  indent: string,
): string {
  return Object.entries(fields)
    .map(([name, field]) => {
      // The server fills in what has a default.
      const isNeeded = required.includes(name) && field.default === undefined;
      const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
      const said = [field.description, defaultText(field)].filter((text) => text !== undefined).join("\n\n");
      return `${comment(said, indent)}${indent}readonly ${key}${isNeeded ? "" : "?"}: ${typeText(field, indent)};\n`;
    })
    .join("");
}

function defaultText({ default: value }: OpenApiSchema): string | undefined {
  return value === undefined ? undefined : `Default: ${JSON.stringify(value)}`;
}

function typeText(schema: OpenApiSchema, indent: string): string {
  const text = bareText(schema, indent);
  return schema.nullable === true && text !== "unknown" ? `${text} | null` : text;
}

function bareText(schema: OpenApiSchema, indent: string): string {
  const { type, items, enum: values } = schema;
  if (schema["x-kubernetes-int-or-string"] === true) return "number | string";
  if (values !== undefined && values.length > 0) {
    return [...new Set(values.filter((value) => value !== null).map((value) => JSON.stringify(value)))].join(" | ");
  }
  if (type === "array") return `readonly ${grouped(typeText(items ?? {}, indent))}[]`;
  if (type === "string" || type === "boolean") return type;
  if (type === "integer" || type === "number") return "number";
  return type === "object" || schema.properties !== undefined ? objectText(schema, indent) : "unknown";
}

function objectText(schema: OpenApiSchema, indent: string): string {
  const { properties, additionalProperties, required = [] } = schema;
  const inner = `${indent}  `;
  if (typeof additionalProperties === "object") {
    return `{ readonly [key: string]: ${typeText(additionalProperties, indent)} }`;
  }
  if (properties === undefined) return "{ readonly [key: string]: unknown }";
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true || isEmbedded(schema);
  const open = isOpen ? `${inner}readonly [key: string]: unknown;\n` : "";
  const fields = fieldsText(properties, required, inner);
  return fields === "" && open === "" ? "{}" : `{\n${fields}${open}${indent}}`;
}

function isEmbedded(schema: OpenApiSchema): boolean {
  return (schema as { "x-kubernetes-embedded-resource"?: unknown })["x-kubernetes-embedded-resource"] === true;
}

function grouped(text: string): string {
  return text.includes("|") || text.startsWith("readonly ") ? `(${text})` : text;
}

function comment(text: string | undefined, indent: string): string {
  if (text === undefined || text.trim() === "") return "";
  // What separates lines for a compiler, and what would end the comment.
  const lines = text
    .trim()
    .replaceAll("*/", "*\\/")
    .split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.length === 1) return `${indent}/** ${lines[0]!.trim()} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
