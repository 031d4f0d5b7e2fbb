import type { NodeList } from "./node-list.ts";
import type { OpenApiSchema } from "./open-api.ts";

/** Where a schema is said. */
export interface SchemaPlace {
  /** The name of the schema that it is in. */
  readonly owner: string;
  /** Whether the server holds the value to all that the schema says, or to its types only. */
  readonly enforced: boolean;
}

/** What the types of a document are made with. */
export interface TypeContext {
  readonly schemas: Readonly<Record<string, OpenApiSchema>>;
  readonly list: NodeList;
  /** Whether the kinds come from CustomResourceDefinitions. */
  readonly custom: boolean;
  /**
   * The place of a schema's type in the list.
   *
   * @param field The field that has it; empty for an item or a value.
   */
  readonly placeOf: (schema: OpenApiSchema, place: SchemaPlace, field?: string) => number;
}

/** The name of the schema that one refers to. */
export function referredName({ $ref, allOf }: OpenApiSchema): string | undefined {
  const reference = $ref ?? (allOf?.length === 1 ? allOf[0]!.$ref : undefined);
  return reference?.slice(reference.lastIndexOf("/") + 1);
}
