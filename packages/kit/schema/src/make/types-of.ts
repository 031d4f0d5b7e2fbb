import type { TableNode } from "../table.ts";
import { limitsOf } from "./limits-of.ts";
import { namedTypes } from "./named-types.ts";
import type { NodeList } from "./node-list.ts";
import { knownWords, type OpenApiDocument, type OpenApiSchema } from "./open-api.ts";
import type { ServedKind } from "./served-kinds.ts";
import { statesImmutable } from "./states-immutable.ts";

/** The types of a document, put into the list as they are asked for. */
export interface Types {
  /** The place of a kind's type. */
  ofKind(kind: ServedKind): number;
}

interface Place {
  /** The name of the schema that it is in. */
  readonly owner: string;
  /** Whether the server holds the value to all that the schema says, or to its types only. */
  readonly enforced: boolean;
}

const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

export function typesOf(
  { components: { schemas = {} } = {} }: OpenApiDocument,
  { list, custom }: { readonly list: NodeList; readonly custom: boolean },
): Types {
  const known = new Map<string, number>();
  // What is being made, and its place once it has turned out to contain itself.
  const unfinished = new Map<string, number | undefined>();

  return {
    ofKind({ schema, ownStatus }) {
      const { status, ...properties } = schemas[schema]!.properties ?? {};
      const place: Place = { owner: schema, enforced: true };
      const node = objectOf({ ...schemas[schema]!, properties }, place);
      if (status === undefined) return list.add(node);
      const statusPlace = placeOf(status, { owner: schema, enforced: !ownStatus });
      return list.add({ ...node, fields: sorted([...Object.entries(node.fields!), ["status", statusPlace]]) });
    },
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

  function placeOf(schema: OpenApiSchema, place: Place, field = ""): number {
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
  }

  function nodeOf(schema: OpenApiSchema, place: Place): TableNode {
    const unknown = Object.keys(schema).filter((word) => !knownWords.has(word));
    if (unknown.length > 0) throw new Error(`the table has no place for ${unknown.join(", ")} of ${place.owner}`);
    const node = bareNodeOf(schema, place);
    if (!place.enforced) return custom ? { ...node, nullable: true } : node;
    if (!custom) return schema.enum === undefined ? node : { ...node, enum: schema.enum, ...defaultOf(schema) };
    const limits = limitsOf(schema);
    return {
      ...node,
      ...(schema.enum === undefined ? {} : { enum: schema.enum }),
      ...defaultOf(schema),
      ...(schema.nullable === true ? { nullable: true } : {}),
      ...(limits === undefined ? {} : { limits }),
    };
  }

  function bareNodeOf(schema: OpenApiSchema, place: Place): TableNode {
    const { type, format } = schema;
    if (schema["x-kubernetes-int-or-string"] === true) return { type: "int-or-string" };
    if (type === "array") return listOf(schema, place);
    if (type === "object" || schema.properties !== undefined) return objectOf(schema, place);
    if (type === "string" || type === "integer" || type === "number") {
      if (format === undefined) return { type };
      if (!custom || place.enforced) return { type, format };
      // What is not enforced is not decoded: of a text with a format the server does not even look at the type.
      if (type === "string") return format === "byte" ? { type } : { type: "any" };
      return { type: "number" };
    }
    if (type === "boolean") return { type };
    const union = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (type !== undefined || union !== undefined)
      throw new Error(`the table has no place for a type of ${place.owner}`);
    return { type: "any" };
  }

  function listOf(schema: OpenApiSchema, place: Place): TableNode {
    const items = schema.items === undefined ? list.add({ type: "any" }) : placeOf(schema.items, place);
    const listType = schema["x-kubernetes-list-type"];
    const keys = schema["x-kubernetes-list-map-keys"];
    if (listType !== "map" || keys === undefined) {
      return { type: "list", items, ...(listType && { listType }), ...patchedBy(schema) };
    }
    const fields = propertiesOf(schema.items ?? {});
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

  function propertiesOf(schema: OpenApiSchema): Readonly<Record<string, OpenApiSchema>> {
    const name = referredName(schema);
    return (name === undefined ? schema : schemas[name])?.properties ?? {};
  }

  function objectOf(schema: OpenApiSchema, place: Place): TableNode {
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
      fields: sorted(fields),
      ...(place.enforced && filled.length > 0 ? { filled: filled.toSorted() } : {}),
      ...(place.enforced && insisted.length > 0 ? { required: insisted.toSorted() } : {}),
      ...(open ? { open } : {}),
    };
  }
}

/** How a strategic merge patch joins a list, where its type does not say so already. */
function patchedBy(schema: OpenApiSchema): Pick<TableNode, "mergeKey"> {
  const mergeKey = schema["x-kubernetes-patch-merge-key"];
  const strategies = schema["x-kubernetes-patch-strategy"]?.split(",") ?? [];
  const [key, ...others] = schema["x-kubernetes-list-map-keys"] ?? [];
  const isSaid = key === mergeKey && others.length === 0;
  return mergeKey === undefined || isSaid || !strategies.includes("merge") ? {} : { mergeKey };
}

function defaultOf({ default: value }: OpenApiSchema): Pick<TableNode, "default"> {
  return value === undefined ? {} : { default: value };
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function referredName({ $ref, allOf }: OpenApiSchema): string | undefined {
  const reference = $ref ?? (allOf?.length === 1 ? allOf[0]!.$ref : undefined);
  return reference?.slice(reference.lastIndexOf("/") + 1);
}

function sorted(fields: readonly [string, number][]): Record<string, number> {
  return Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
