/** A document of `/openapi/v3`: what one group and version of the API has. */
export interface OpenApiDocument {
  /** Absent where the group has no objects, only a list of its versions. */
  readonly paths?: Readonly<Record<string, OpenApiPath>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, OpenApiSchema>> };
}

/** The operations of a path; the API server says of each what it does with which kind. */
interface OpenApiPath {
  readonly patch?: { readonly "x-kubernetes-group-version-kind"?: GroupVersionKind };
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A schema, with the words that the API server uses. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly anyOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly items?: OpenApiSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly "x-kubernetes-list-type"?: "map" | "set" | "atomic";
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-patch-strategy"?: string;
  readonly "x-kubernetes-patch-merge-key"?: string;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-validations"?: readonly { readonly rule: string }[];
  readonly "x-kubernetes-group-version-kind"?: readonly GroupVersionKind[];
}

/** Every word that the table is made of, or that says nothing about what the server takes. */
export const knownWords: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "type",
  "format",
  "description",
  "properties",
  "additionalProperties",
  "items",
  "required",
  "enum",
  "default",
  "nullable",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
  "x-kubernetes-group-version-kind",
  "x-kubernetes-patch-strategy",
  "x-kubernetes-patch-merge-key",
  // How fields are merged, not what they may be.
  "x-kubernetes-map-type",
  "x-kubernetes-unions",
  "x-kubernetes-selectable-fields",
  "example",
  "title",
  "externalDocs",
]);
