/** What the API server fills in, as data: what `pnpm schema` writes and this room looks up. */
export interface DefaultsTable {
  /** The type of each kind, by API version and kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By the names that Go has for them, such as `core/v1.Container`. */
  readonly types: Readonly<Record<string, FilledType>>;
}

export interface FilledType {
  /**
   * The type of each field: `[]` before that of a list's items, `{}` before that of a map's values. `*` where nothing and
   * the zero of the type are two values; of plain texts, numbers and booleans only those with it are here.
   */
  readonly fields: Readonly<Record<string, string>>;
  /** What the server adds where nothing is written; an empty object is filled in by its own type. */
  readonly adds?: Readonly<Record<string, unknown>>;
  /** What it adds besides at some places only, such as `batch/v1/Job/spec`: `0` is any item of a list, `key` any value of a map. */
  readonly addsAt?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
