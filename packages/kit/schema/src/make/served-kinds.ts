import type { OpenApiDocument } from "./open-api.ts";

/** A kind whose objects can be applied. */
export interface ServedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether the status is written by a path of its own: an apply of the object drops what it says of it. */
  readonly ownStatus: boolean;
  /** The name of its schema in the document. */
  readonly schema: string;
  /** The path of an object, with `{name}` and, where it has one, `{namespace}` in it. */
  readonly path: string;
}

/** The kinds of a document that can be applied, in the order of their names. */
export function servedKinds({ paths = {}, components }: OpenApiDocument): ServedKind[] {
  const kinds = Object.entries(paths).flatMap(([path, { patch }]): ServedKind[] => {
    const served = patch?.["x-kubernetes-group-version-kind"];
    // A path that goes on after the name is of a part of the object, such as its status.
    if (served === undefined || !path.endsWith("/{name}")) return [];
    const { group, version, kind } = served;
    return [
      {
        apiVersion: group === "" ? version : `${group}/${version}`,
        kind,
        namespaced: path.includes("/namespaces/{namespace}/"),
        ownStatus: `${path}/status` in paths,
        schema: schemaOf(components?.schemas ?? {}, served),
        path,
      },
    ];
  });
  return kinds.toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
}

type Served = { readonly group: string; readonly version: string; readonly kind: string };

function schemaOf(schemas: NonNullable<NonNullable<OpenApiDocument["components"]>["schemas"]>, of: Served): string {
  const found = Object.keys(schemas).find((name) =>
    schemas[name]!["x-kubernetes-group-version-kind"]?.some(
      ({ group, version, kind }) => group === of.group && version === of.version && kind === of.kind,
    ),
  );
  if (found === undefined) throw new Error(`no schema for ${of.kind} in ${of.group}/${of.version}`);
  return found;
}
