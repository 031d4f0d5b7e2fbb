/** Where a value is in an object: field names and indexes of lists. */
export type Path = readonly (string | number)[];

/** A kind that the API server serves. */
export interface KindSchema {
  /** Such as `apps/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** The type of the whole object. */
  readonly type: TypeSchema;
}

/** `any` is a value that the API does not describe. */
export type TypeName =
  | "object"
  | "map"
  | "list"
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "quantity"
  | "int-or-string"
  | "any";

/** What the API says of a value. */
export interface TypeSchema {
  readonly type: TypeName;
  /** Of an object: those that it may have. */
  readonly fields?: Fields;
  /** Of an object: the fields without which the server refuses it. */
  readonly required?: readonly string[];
  /** Of an object: the fields that the server reads as empty objects where they are not written, and what they require. */
  readonly filled?: readonly string[];
  /** Of a map: each of its values. */
  readonly values?: TypeSchema;
  /** Of a list: each of its items. */
  readonly items?: TypeSchema;
  /** The only values that the server takes. */
  readonly enum?: readonly unknown[];
  /** Such as `int32`, `int64`, `byte`, `date-time`. */
  readonly format?: string;
  /** Of a list: how two of them are merged. `map`: items are known by their keys. */
  readonly listType?: "map" | "set" | "atomic";
  /** Of a list of type map: the fields that together name an item. */
  readonly keys?: readonly string[];
  /** Of a list of type map: what a key is where it is not written, such as the protocol TCP. */
  readonly keyDefaults?: Readonly<Record<string, unknown>>;
  /**
   * Of a list: the field by which a strategic merge patch knows its items, where `keys` are others, or none are. Where both
   * are said, the server goes by `keys`.
   */
  readonly mergeKey?: string;
  /** The API states that it cannot be changed. */
  readonly immutable?: true;
  /** The server fills it in where it is not written. */
  readonly default?: unknown;
  /** Of an object of a custom resource: fields that it does not declare are kept. */
  readonly open?: true;
  /** The server takes null, as if the value were not written. */
  readonly nullable?: true;
  /** What the server asks of the value besides. */
  readonly limits?: Limits;
}

/** The fields of an object, each looked up when it is asked for. */
export interface Fields {
  readonly names: readonly string[];
  get(name: string): TypeSchema | undefined;
}

/** Constraints, by their names in JSON Schema. */
export interface Limits {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
