import type * as v from "valibot";

interface Parts {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
}

/** The schemas that stand in a schema, whatever a value has there; an entry with its key, the others without. */
export function innerSchemas(schema: v.GenericSchema): [key: string | undefined, inner: v.GenericSchema][] {
  const { entries = {}, item, value, wrapped } = schema as Parts;
  const unnamed = [item, value, wrapped].filter((one) => one !== undefined);
  return [...Object.entries(entries), ...unnamed.map((inner): [undefined, v.GenericSchema] => [undefined, inner])];
}

/** The schema that judges what stands at a key of a value. Undefined where the schema says nothing of it. */
export function schemaAt(schema: v.GenericSchema, key: unknown): v.GenericSchema | undefined {
  const { entries, item, value, wrapped } = schema as Parts;
  if (wrapped !== undefined) return schemaAt(wrapped, key);
  if (entries !== undefined) return Object.hasOwn(entries, String(key)) ? entries[String(key)] : undefined;
  return item ?? value;
}

/** The keys that a map may have; of several shapes, the keys of them all. None where any key may stand. */
export function keysOf(schema: v.GenericSchema): string[] {
  const { entries, wrapped, options = [] } = schema as Parts;
  if (wrapped !== undefined) return keysOf(wrapped);
  if (entries !== undefined) return Object.keys(entries);
  return options.filter((option) => typeof option === "object").flatMap((option) => keysOf(option as v.GenericSchema));
}
