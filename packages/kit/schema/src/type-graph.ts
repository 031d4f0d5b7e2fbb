import type { Fields, TypeSchema } from "./schema.ts";
import type { Table, TableNode } from "./table.ts";

/** The types of a table, by their places: each refers to the others. */
export function typeGraph({ nodes, nullIsTaken }: Table): readonly TypeSchema[] {
  const types: TypeSchema[] = nodes.map(({ fields: _fields, values: _values, items: _items, ...said }) =>
    nullIsTaken || said.default !== undefined ? { ...said, nullable: true } : { ...said },
  );
  for (const [place, type] of types.entries()) Object.assign(type, partsOf(nodes[place]!, types));
  return types;
}

function partsOf({ fields, values, items }: TableNode, types: readonly TypeSchema[]): Partial<TypeSchema> {
  return {
    ...(fields === undefined ? {} : { fields: new NamedTypes(fields, types) }),
    ...(values === undefined ? {} : { values: types[values]! }),
    ...(items === undefined ? {} : { items: types[items]! }),
  };
}

class NamedTypes implements Fields {
  readonly #places: Readonly<Record<string, number>>;
  readonly #types: readonly TypeSchema[];

  constructor(places: Readonly<Record<string, number>>, types: readonly TypeSchema[]) {
    this.#places = places;
    this.#types = types;
  }

  get names(): readonly string[] {
    return Object.keys(this.#places);
  }

  get(name: string): TypeSchema | undefined {
    return Object.hasOwn(this.#places, name) ? this.#types[this.#places[name]!] : undefined;
  }
}
