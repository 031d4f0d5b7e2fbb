import { at, listOf, mapOf, textOf } from "@kit/kube";
import { customMetadata, groupOf, kindOfDefinition, type KindSchema, type OpenApiSchema } from "@kit/schema";

/** The kinds that the CustomResourceDefinitions among some objects define: these are what the cluster has. */
export interface DefinedSchemas {
  /** The API versions in which the kind is served; undefined where no definition is among the objects. */
  versionsOf(apiVersion: string, kind: string): readonly string[] | undefined;
  /** Undefined where it is not served, or its schema is not one. */
  find(apiVersion: string, kind: string): KindSchema | undefined;
}

interface Version {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly ownStatus: boolean;
  readonly schema: OpenApiSchema;
}

export function definedSchemas(objects: readonly unknown[]): DefinedSchemas {
  const defined = new Map(objects.flatMap(versionsIn));
  const made = new Map<string, KindSchema | undefined>();
  const served = (apiVersion: string, kind: string): readonly Version[] | undefined =>
    defined.get(keyOf(groupOf(apiVersion), kind));
  return {
    versionsOf: (apiVersion, kind) => served(apiVersion, kind)?.map((version) => version.apiVersion),
    find: (apiVersion, kind) => {
      const key = keyOf(apiVersion, kind);
      const version = served(apiVersion, kind)?.find((one) => one.apiVersion === apiVersion);
      if (version !== undefined && !made.has(key)) made.set(key, schemaOf(version));
      return made.get(key);
    },
  };
}

function versionsIn(object: unknown): [string, Version[]][] {
  const { apiVersion, kind, spec } = mapOf(object);
  if (kind !== "CustomResourceDefinition" || apiVersion !== "apiextensions.k8s.io/v1") return [];
  const group = textOf(at(spec, "group"));
  const own = textOf(at(spec, "names", "kind"));
  if (group === undefined || own === undefined) return [];
  const versions = listOf(at(spec, "versions")).flatMap((version): Version[] => {
    const name = textOf(at(version, "name"));
    if (name === undefined || at(version, "served") === false) return [];
    return [
      {
        apiVersion: `${group}/${name}`,
        kind: own,
        namespaced: at(spec, "scope") !== "Cluster",
        ownStatus: at(version, "subresources", "status") !== undefined,
        schema: mapOf(at(version, "schema", "openAPIV3Schema")),
      },
    ];
  });
  return [[keyOf(group, own), versions]];
}

/** Of a schema that is not one, its definition is judged; of its objects nothing can be said. */
function schemaOf(version: Version): KindSchema | undefined {
  try {
    return kindOfDefinition(version, customMetadata());
  } catch {
    return undefined;
  }
}

function keyOf(group: string, kind: string): string {
  return `${group} ${kind}`;
}
