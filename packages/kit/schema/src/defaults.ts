import type { DefaultsTable } from "./defaults-table.ts";
import { readDefaults } from "./tables.ts";

/** A type as the API server reads it: what is nothing in it, and what the server adds. */
export interface FilledIn {
  readonly name: string;
  /** Undefined of a plain text, number or boolean whose zero is nothing, and of what the type does not have. */
  field(name: string): FilledField | undefined;
  /** What the server adds where nothing is written; an empty object is filled in by its own type. */
  readonly adds: Readonly<Record<string, unknown>>;
  /** What it adds besides at a place, such as `batch/v1/Job/spec`: `0` is any item of a list, `key` any value of a map. */
  addsAt(place: string): Readonly<Record<string, unknown>>;
}

export interface FilledField {
  readonly in: "list" | "map" | undefined;
  /** Whether nothing and the zero of the type are two values. */
  readonly isPointer: boolean;
  /** Of the value, of an item, or of a map's value: a name of a type with fields, else such as `Quantity`; empty of plain values. */
  readonly type: string;
  /** Undefined of a type without fields. */
  readonly filled: FilledIn | undefined;
}

/** How the API server fills in objects of a kind of its own; undefined of others, and of the few that another server has. */
export function filledInOf(apiVersion: string, kind: string): FilledIn | undefined {
  const { kinds } = table();
  const name = kinds[apiVersion]?.[kind];
  return name === undefined ? undefined : typeNamed(name);
}

let known: DefaultsTable | undefined;
const types = new Map<string, FilledIn>();

function table(): DefaultsTable {
  return (known ??= readDefaults());
}

function typeNamed(name: string): FilledIn | undefined {
  const own = table().types[name];
  if (own === undefined) return undefined;
  const made = types.get(name);
  if (made !== undefined) return made;
  const fields = new Map<string, FilledField>();
  const type: FilledIn = {
    name,
    adds: own.adds ?? {},
    addsAt: (place) => own.addsAt?.[place] ?? {},
    field(field) {
      const text = Object.hasOwn(own.fields, field) ? own.fields[field] : undefined;
      if (text === undefined) return undefined;
      const parsed = fields.get(field) ?? fieldOf(text);
      fields.set(field, parsed);
      return parsed;
    },
  };
  types.set(name, type);
  return type;
}

function fieldOf(text: string): FilledField {
  const [, pointer, shape, type = ""] = /^(\*?)(\[\]|\{\})?(.*)$/.exec(text)!;
  const list = shape === "[]" ? "list" : shape === "{}" ? "map" : undefined;
  return { in: list, isPointer: pointer === "*", type, filled: typeNamed(type) };
}
