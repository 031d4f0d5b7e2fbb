import type { NodeList } from "./node-list.ts";
import { nodeOf } from "./node-of.ts";
import { objectOf, sortedFields } from "./object-of.ts";
import type { OpenApiDocument } from "./open-api.ts";
import { placesOfTypes } from "./places-of-types.ts";
import type { ServedKind } from "./served-kinds.ts";
import type { TypeContext } from "./type-context.ts";

/** The types of a document, put into the list as they are asked for. */
export interface Types {
  /** The place of a kind's type. */
  ofKind(kind: ServedKind): number;
}

export function typesOf(
  { components: { schemas = {} } = {} }: OpenApiDocument,
  { list, custom }: { readonly list: NodeList; readonly custom: boolean },
): Types {
  const made = { schemas, list, custom };
  const placeOf = placesOfTypes(made, (schema, place) => nodeOf(schema, place, context));
  const context: TypeContext = { ...made, placeOf };
  return {
    ofKind({ schema, ownStatus }) {
      const { status, ...properties } = schemas[schema]!.properties ?? {};
      const node = objectOf({ ...schemas[schema]!, properties }, { owner: schema, enforced: true }, context);
      if (status === undefined) return list.add(node);
      const statusPlace = placeOf(status, { owner: schema, enforced: !ownStatus });
      return list.add({ ...node, fields: sortedFields([...Object.entries(node.fields!), ["status", statusPlace]]) });
    },
  };
}
