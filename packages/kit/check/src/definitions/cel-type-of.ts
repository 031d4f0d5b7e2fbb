import type { CelType } from "../cel/index.ts";
import { isCelName } from "../cel/index.ts";
import type { JsonSchema } from "./json-schema.ts";

const scalars: Readonly<Record<string, CelType>> = { boolean: "bool", integer: "int", number: "double" };
/** Texts of these formats are of types of their own. */
const formats = new Set(["byte", "date", "date-time", "duration"]);

/**
 * What a rule sees of a value, by its schema. k8s.io/apiserver/pkg/cel/common.
 *
 * @param isResource Whether it has the fields that every object has.
 */
export function celTypeOf(schema: JsonSchema, isResource = schema.is("x-kubernetes-embedded-resource")): CelType {
  if (schema.is("x-kubernetes-int-or-string")) return "dyn";
  const type = schema.text("type") ?? "";
  if (type === "string") return formats.has(schema.text("format") ?? "") ? undefined : "string";
  if (type === "array") {
    const items = schema.schema("items");
    return { items: items === undefined ? undefined : celTypeOf(items) };
  }
  if (type !== "object") return Object.hasOwn(scalars, type) ? scalars[type] : undefined;
  if (schema.schema("additionalProperties") !== undefined) return undefined;
  // Fields that are only kept are not to be read.
  const readable = [...schema.properties].filter(([, field]) => isReadable(field));
  const fields = new Map(readable.map(([name, field]) => [escaped(name), () => celTypeOf(field)]));
  if (isResource) {
    for (const name of ["apiVersion", "kind"]) fields.set(name, () => "string");
    fields.set("metadata", () => ({
      fields: new Map([
        ["name", () => "string"],
        ["generateName", () => "string"],
      ]),
    }));
  }
  return { fields };
}

/** Whether a rule can read a value: its schema says what it is. */
function isReadable(schema: JsonSchema): boolean {
  if (schema.is("x-kubernetes-int-or-string")) return true;
  const [items, values] = [schema.schema("items"), schema.schema("additionalProperties")];
  const type = schema.text("type");
  if (type === "array") return items !== undefined && isReadable(items);
  if (type === "object") return values === undefined || isReadable(values);
  return type !== undefined;
}

/** How CEL calls a field whose name is not one of its own. */
function escaped(name: string): string {
  const plain = name
    .replaceAll("__", "__underscores__")
    .replaceAll(".", "__dot__")
    .replaceAll("-", "__dash__")
    .replaceAll("/", "__slash__");
  return isCelName(plain) ? plain : `__${plain}__`;
}
