import type { TypeSchema } from "@kit/schema";
import type { Json, JsonObject } from "./mutate.ts";
import type { Pick } from "./pick.ts";
import { editAt, without, type Place } from "./places.ts";
import { plausible } from "./plausible.ts";

/** Changes the object at a place; undefined where such a place has no such change. */
type Change = (object: JsonObject, place: Place, pick: Pick) => JsonObject | undefined;

/** What people and programs do to an object by mistake. */
export const changes: Readonly<Record<string, Change>> = {
  remove: (object, { path }) => without(object, path),
  repeat: (object, { path, value }) => {
    if (typeof path.at(-1) !== "number") return undefined;
    return editAt(object, path, (parent) => void (parent as Json[]).push(structuredClone(value)));
  },
  retype: (object, { path }, pick) => replaced(object, path, pick(["text", "5", 5, 1.5, true, [], {}, ["text"]])),
  empty: (object, { path, value }) => replaced(object, path, emptyOf(value)),
  null: (object, { path }) => replaced(object, path, null),
  bounds: (object, { path, value, type }, pick) =>
    typeof value === "number" || type?.type === "int-or-string" ? replaced(object, path, pick(numbers)) : undefined,
  characters: (object, { path, value }, pick) =>
    typeof value === "string" ? replaced(object, path, pick(spoilings)(value)) : undefined,
  length: (object, { path, value }, pick) =>
    typeof value === "string" ? replaced(object, path, "a".repeat(pick([1, 15, 16, 63, 64, 253, 254]))) : undefined,
  misspell: (object, { path }, pick) => {
    const key = path.at(-1)!;
    if (typeof key === "number") return undefined;
    const name = pick([key.slice(0, -1), `${key}s`, key.toLowerCase(), key.toUpperCase()]);
    return editAt(object, path, (parent) => {
      const map = parent as JsonObject;
      const value = map[key]!;
      delete map[key];
      map[name] = value;
    });
  },
  enum: (object, { path, type }, pick) => {
    const values = (type?.enum ?? []) as readonly string[];
    return values.length === 0 ? undefined : replaced(object, path, pick([...values, values[0]!.toLowerCase()]));
  },
  add: (object, { path, value, type }, pick) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const names = type?.fields?.names.filter((name) => !(name in value)) ?? [];
    if (names.length === 0) return undefined;
    const name = pick(names);
    const added = plausible(type!.fields!.get(name) as TypeSchema, pick);
    return editAt(object, [...path, name], (parent, key) => void ((parent as JsonObject)[key] = added));
  },
  move: (object, { path, value }) => {
    const key = path.at(-1)!;
    if (path.length < 2 || typeof key === "number") return undefined;
    return editAt(without(object, path), path.slice(0, -1), (parent) => {
      if (!Array.isArray(parent)) parent[key] = value;
    });
  },
};

const numbers: readonly Json[] = [-1, 0, 1, 2, 1.5, 32768, 65535, 65536, 1e6, 2 ** 31 - 1, 2 ** 31, "50%", "101%", "a"];

const spoilings: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => `${text}_a`,
  (text) => `${text}.a`,
  (text) => `${text}/a`,
  (text) => `${text}:a`,
  (text) => `${text} a`,
  (text) => ` ${text}`,
  (text) => `${text}-`,
  (text) => `-${text}`,
  (text) => `1${text}`,
  (text) => `${text}é`,
  (text) => `../${text}`,
];

function replaced(object: JsonObject, path: Place["path"], value: Json): JsonObject {
  return editAt(object, path, (parent, key) => void ((parent as JsonObject)[key] = value));
}

function emptyOf(value: Json): Json {
  return Array.isArray(value) ? [] : typeof value === "object" ? {} : "";
}
