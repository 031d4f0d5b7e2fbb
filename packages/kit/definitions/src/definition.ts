import type { OpenApiSchema } from "@kit/schema";

/** A CustomResourceDefinition, as far as it says what its kind is. */
export interface KindDefinition {
  readonly apiVersion: "apiextensions.k8s.io/v1";
  readonly kind: "CustomResourceDefinition";
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: "Namespaced" | "Cluster";
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly DefinitionVersion[];
  };
}

export interface DefinitionVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly subresources?: { readonly status?: object };
  readonly schema: { readonly openAPIV3Schema: OpenApiSchema };
}

/** A definition, and where it was read. */
export interface FoundDefinition {
  readonly definition: KindDefinition;
  /** Such as `crds.yaml, line 12`. */
  readonly where: string;
}

/** The folder of a repository's own definitions. */
export const definitionsFolder = "packages/definitions";
/** What says which definitions there are, without reading them. */
export const indexFile = `${definitionsFolder}/index.json`;

/** Where people say which of the kinds are workloads: the one file there that is theirs. */
export const workloadsFile = `${definitionsFolder}/workloads.ts`;

/** Where a definition is kept. */
export function definitionFile(group: string, kind: string): string {
  return `${definitionsFolder}/${group}/${kind}.json`;
}

/** Where the types of one of its versions are. */
export function typesFile(group: string, version: string, kind: string): string {
  return `${definitionsFolder}/${group}/${version}/${kind}.ts`;
}

/** A definition as it is kept: all that it says, without what a server adds to it. */
export function definitionText(definition: KindDefinition): string {
  const { apiVersion, kind, metadata, spec } = definition;
  return `${JSON.stringify({ apiVersion, kind, metadata: { name: metadata.name }, spec }, null, 1)}\n`;
}
