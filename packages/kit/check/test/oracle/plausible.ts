import type { TypeName, TypeSchema } from "@kit/schema";
import type { Json } from "./mutate.ts";
import type { Pick } from "./pick.ts";

/** A value such as somebody might write into a field of this type, with the fields that it must have. */
export function plausible(type: TypeSchema, pick: Pick): Json {
  if (type.enum !== undefined) return pick(type.enum as readonly Json[]);
  return byType[type.type](type, pick);
}

const byType: Readonly<Record<TypeName, (type: TypeSchema, pick: Pick) => Json>> = {
  object: ({ required = [], fields }, pick) =>
    Object.fromEntries(required.map((name) => [name, plausible(fields!.get(name) as TypeSchema, pick)])),
  list: ({ items }, pick) => (items === undefined || pick([true, false]) ? [] : [plausible(items, pick)]),
  map: ({ values }, pick) => (values === undefined ? {} : { a: plausible(values, pick) }),
  boolean: (_, pick) => pick([true, false]),
  integer: (_, pick) => pick([0, 1, 10, 600, -1, 70000]),
  number: (_, pick) => pick([0, 1, 0.5]),
  quantity: (_, pick) => pick(["1", "100m", "1Gi", 1, 0.5, "0", "-1"]),
  "int-or-string": (_, pick) => pick([0, 1, "50%", "http", -1]),
  string: (_, pick) => pick(["a", "1", "a.example.com", "10.0.0.1", "", "A b", "/a", "a/b"]),
  any: () => ({}),
};
