import { definitionGroups, prepareDefinitions } from "@kit/control-plane";
import { findKind, type TypeSchema } from "@kit/schema";
import { expect, test } from "vitest";
import { collectDefinitions } from "../src/index.ts";
import { servedKind } from "../src/served-kind.ts";
import { typesText } from "../src/types-text.ts";

const definitions = await prepareDefinitions(definitionGroups, { env: process.env, onProgress: () => {} });

// The table was made by an API server that had these definitions: what is read of them here has to be what it says.
test("the schema of each pinned definition is what an API server makes of it", () => {
  const { found, problems } = collectDefinitions(definitions.map((data) => ({ data, where: data.metadata.name })));
  expect(problems).toEqual([]);
  let compared = 0;
  const differences: string[] = [];
  for (const { definition } of found) {
    const { group, names, versions } = definition.spec;
    for (const { name } of versions.filter(({ served }) => served)) {
      const expected = findKind(`${group}/${name}`, names.kind);
      if (expected === undefined) continue;
      const made = servedKind(definition, name)!;
      if (made.namespaced !== expected.namespaced) differences.push(`${definition.metadata.name}: the scope`);
      differences.push(...differencesOf(expected.type, made.type, `${definition.metadata.name} ${name}`));
      compared++;
    }
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(40);
});

test("the types of each are made, with every version that is served", () => {
  const { found } = collectDefinitions(definitions.map((data) => ({ data, where: data.metadata.name })));
  for (const { definition } of found) {
    for (const version of definition.spec.versions.filter(({ served }) => served)) {
      expect(typesText(definition, version)).toContain(`export const ${definition.spec.names.kind}: CustomKind<`);
    }
  }
});

function differencesOf(expected: TypeSchema, made: TypeSchema, path: string): string[] {
  const { fields, items, values, ...said } = expected;
  const { fields: madeFields, items: madeItems, values: madeValues, ...madeSaid } = made;
  const [one, other] = [JSON.stringify(sorted(said)), JSON.stringify(sorted(madeSaid))];
  const names = [...new Set([...(fields?.names ?? []), ...(madeFields?.names ?? [])])];
  return [
    ...(one === other ? [] : [`${path}: ${other} and not ${one}`]),
    ...names.flatMap((name) => partOf(fields?.get(name), madeFields?.get(name), `${path}.${name}`)),
    ...partOf(items, madeItems, `${path}[]`),
    ...partOf(values, madeValues, `${path}.*`),
  ];
}

function partOf(expected: TypeSchema | undefined, made: TypeSchema | undefined, path: string): string[] {
  if (expected === undefined && made === undefined) return [];
  if (expected === undefined || made === undefined)
    return [`${path} is ${made === undefined ? "missing" : "too much"}`];
  // Both take it from the table.
  return expected === made ? [] : differencesOf(expected, made, path);
}

function sorted(said: object): object {
  return Object.fromEntries(Object.entries(said).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
