import type { DefaultsTable, FilledType } from "../defaults-table.ts";

/** Types of Go, by name. */
interface GoTypes {
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<Record<string, Readonly<Record<string, GoField>>>>;
}

interface GoField {
  readonly type: string;
  readonly in?: string;
  readonly pointer?: true;
}

/** Whom to ask: Kubernetes' own codec, which decodes objects, fills in, and validates nothing. */
export interface DefaultsSource {
  readonly goTypes: GoTypes;
  readonly answers: (objects: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The API versions and kinds that the table is to have. */
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[];
}

/** The table of what the API server fills in: for each type, what it adds to an object of which nothing is written. */
export async function makeDefaults({ goTypes, answers, kinds }: DefaultsSource): Promise<DefaultsTable> {
  const known = kinds.filter(({ apiVersion, kind }) => goTypes.kinds[apiVersion]?.[kind] !== undefined);
  const places = known.flatMap(({ apiVersion, kind }) => placesIn(goTypes, apiVersion, kind));
  const found = await answers(places.map(sampleAt));
  const asked = places.map((place, index): Asked => ({ ...place, adds: addedAt(goTypes, place, found[index]!) }));
  const types = [...Map.groupBy(asked, ({ type }) => type)].map(
    ([name, all]) => [name, filledType(goTypes, name, all)] as const,
  );
  const rows = Map.groupBy(known, ({ apiVersion }) => apiVersion);
  return {
    kinds: Object.fromEntries(
      [...rows].map(([apiVersion, all]) => [
        apiVersion,
        Object.fromEntries(all.map(({ kind }) => [kind, goTypes.kinds[apiVersion]![kind]!])),
      ]),
    ),
    types: sorted(types),
  };
}

type Adds = Readonly<Record<string, unknown>>;

interface Asked extends Place {
  readonly adds: Adds;
}

interface Place {
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
  /** Names of fields; `0` for the only item of a list, `key` for the only value of a map. */
  readonly way: readonly string[];
}

/** Every place of a kind where an object is, but for its status; nothing is entered within itself. */
function placesIn({ kinds, types }: GoTypes, apiVersion: string, kind: string): Place[] {
  const visit = (type: string, way: readonly string[], above: readonly string[]): Place[] => {
    const fields = types[type];
    if (fields === undefined || above.includes(type)) return [];
    return [
      { apiVersion, kind, type, way },
      ...Object.entries(fields).flatMap(([name, field]) =>
        // Of an object's own metadata most is the server's.
        way.length === 0 && (name === "status" || name === "metadata")
          ? []
          : visit(field.type, [...way, name, ...stepsInto(field)], [...above, type]),
      ),
    ];
  };
  return visit(kinds[apiVersion]![kind]!, [], []);
}

function stepsInto({ in: list }: GoField): string[] {
  if (list === undefined) return [];
  return [list === "list" ? "0" : "key"];
}

function sampleAt({ apiVersion, kind, way }: Place): Readonly<Record<string, unknown>> {
  const nested = way.reduceRight<unknown>((inner, step) => (step === "0" ? [inner] : { [step]: inner }), {});
  return { ...(nested as object), apiVersion, kind };
}

function addedAt({ types }: GoTypes, { type, way }: Place, answer: unknown): Adds {
  const fields = types[type]!;
  let value = answer;
  for (const step of way) value = (value as Adds | undefined)?.[step];
  const entries = Object.entries((value ?? {}) as Adds)
    .filter(([name]) => way.length > 0 || !["apiVersion", "kind", "metadata", "status"].includes(name))
    // The time is that of the answer.
    .filter(
      ([name, one]) =>
        fields[name] !== undefined && fields[name].type !== "Time" && !isNothing(one, fields[name].pointer === true),
    )
    // What is in an object is added by its own type.
    .map(([name, one]): [string, unknown] => [
      name,
      types[fields[name]!.type] !== undefined && !Array.isArray(one) ? {} : one,
    ]);
  return sorted(entries);
}

function isNothing(value: unknown, isPointer: boolean): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  return !isPointer && (value === "" || value === 0 || value === false);
}

/** Fields whose value is a plain text, number or boolean without a pointer say nothing: their zero is nothing. */
function filledType({ types }: GoTypes, name: string, asked: readonly Asked[]): FilledType {
  const fields = Object.entries(types[name]!).flatMap(([field, { type, in: list, pointer }]): [string, string][] => {
    const isPlain = ["string", "bool", "number"].includes(type);
    if (isPlain && (list !== undefined || pointer !== true)) return [];
    const shape = list === undefined ? "" : list === "list" ? "[]" : list === "map" ? "{}" : "any";
    return [[field, shape === "any" ? "any" : `${pointer === true ? "*" : ""}${shape}${isPlain ? "" : type}`]];
  });
  const [{ adds: first } = { adds: {} }] = asked;
  const isEverywhere = ([field, value]: [string, unknown]): boolean =>
    asked.every(({ adds }) => JSON.stringify(adds[field]) === JSON.stringify(value));
  const adds = Object.fromEntries(Object.entries(first).filter(isEverywhere));
  const addsAt = asked.flatMap(({ apiVersion, kind, way, adds: own }): [string, Adds][] => {
    const more = Object.entries(own).filter(([field]) => adds[field] === undefined);
    return more.length === 0 ? [] : [[[apiVersion, kind, ...way].join("/"), Object.fromEntries(more)]];
  });
  return {
    fields: sorted(fields),
    ...(Object.keys(adds).length === 0 ? {} : { adds }),
    ...(addsAt.length === 0 ? {} : { addsAt: sorted(addsAt) }),
  };
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
