import { NodeList } from "../make/node-list.ts";
import type { OpenApiSchema } from "../make/open-api.ts";
import { typesOf } from "../make/types-of.ts";
import type { Fields, KindSchema, TypeSchema } from "../schema.ts";
import { typeGraph } from "../type-graph.ts";
import { plainSchema } from "./plain-schema.ts";

/** One version of a kind, as its CustomResourceDefinition says it. */
export interface DefinedVersion extends Omit<KindSchema, "type"> {
  /** Its `openAPIV3Schema`. */
  readonly schema: OpenApiSchema;
  /** Whether its status is a subresource. */
  readonly ownStatus: boolean;
}

/**
 * The schema of a kind that a CustomResourceDefinition defines, as the table has those of the pinned definitions.
 *
 * @param metadata The type of any custom resource's metadata, which the server reads itself.
 */
export function kindOfDefinition(version: DefinedVersion, metadata: TypeSchema | undefined): KindSchema {
  const { apiVersion, kind, namespaced, schema, ownStatus } = version;
  const { properties, ...said } = plainSchema(schema);
  const { metadata: _metadata, ...rest } = properties ?? {};
  const root: OpenApiSchema = {
    ...said,
    type: "object",
    properties: { ...rest, apiVersion: { type: "string" }, kind: { type: "string" }, metadata: {} },
  };
  const list = new NodeList();
  const types = typesOf({ components: { schemas: { [kind]: root } } }, { list, custom: true });
  const place = types.ofKind({ apiVersion, kind, namespaced, ownStatus, schema: kind, path: "" });
  const type = typeGraph({ sources: {}, groups: [], kinds: {}, nullIsTaken: false, nodes: list.nodes })[place]!;
  if (metadata === undefined) return { apiVersion, kind, namespaced, type };
  return { apiVersion, kind, namespaced, type: { ...type, fields: new WithMetadata(type.fields!, metadata) } };
}

class WithMetadata implements Fields {
  readonly #fields: Fields;
  readonly #metadata: TypeSchema;

  constructor(fields: Fields, metadata: TypeSchema) {
    this.#fields = fields;
    this.#metadata = metadata;
  }

  get names(): readonly string[] {
    return this.#fields.names;
  }

  get(name: string): TypeSchema | undefined {
    return name === "metadata" ? this.#metadata : this.#fields.get(name);
  }
}
