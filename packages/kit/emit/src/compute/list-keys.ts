import { isMap, type Json, type JsonObject, type ListRule } from "@kit/kube";

/** How entries of a list are told apart. */
export type KeyedList = Extract<ListRule, { type: "map" }>;

/** What names an entry, as text: the same for two that are one to the API. Undefined where it lacks a key. */
export function keyOf(entry: Json, { keys, defaults }: KeyedList): string | undefined {
  if (!isMap(entry)) return undefined;
  const values = keys.map((key) => entry[key] ?? defaults[key]);
  return values.includes(undefined) ? undefined : values.map(textOf).join("/");
}

/** The places of the entries that have some values; a key that is not named has its default. */
export function matching(list: readonly Json[], wanted: JsonObject, { keys, defaults }: KeyedList): number[] {
  const isKey = Object.keys(wanted).every((field) => keys.includes(field));
  const fields = Object.entries(isKey ? { ...defaults, ...wanted } : wanted);
  return list.flatMap((entry, index) =>
    isMap(entry) && fields.every(([field, value]) => (entry[field] ?? defaults[field]) === value) ? [index] : [],
  );
}

/** What names an entry, as an author writes it: `{ port: 53, protocol: "UDP" }`. */
export function literalKey(entry: JsonObject, { keys, defaults }: KeyedList): string {
  const told = keys.filter((key) => entry[key] !== undefined && entry[key] !== defaults[key]);
  return literal(Object.fromEntries(told.map((key) => [key, entry[key]!])));
}

/** A flat map as an author writes it. */
export function literal(map: JsonObject): string {
  const fields = Object.entries(map).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
