import type { OpenApiSchema } from "@kit/schema";
import { compareLimits } from "./compare-limits.ts";
import type { KindDefinition } from "./definition.ts";

/** What differs between two definitions of one kind. */
export interface DefinitionChange {
  /** Whether an object that fitted before may be refused. */
  readonly breaks: boolean;
  /** Such as `v1: spec.size is required`. */
  readonly what: string;
}

/** What a newer definition of a kind says differently, what may break objects first. */
export function compareDefinitions(before: KindDefinition, after: KindDefinition): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  const served = after.spec.versions.filter((version) => version.served);
  for (const version of before.spec.versions.filter((one) => one.served)) {
    const newer = served.find(({ name }) => name === version.name);
    if (newer === undefined) changes.push({ breaks: true, what: `${version.name} is not served any more` });
    else {
      const place = { path: "", version: version.name, changes };
      compareSchemas(version.schema.openAPIV3Schema, newer.schema.openAPIV3Schema, place);
    }
  }
  for (const { name } of served) {
    const isNew = !before.spec.versions.some((one) => one.served && one.name === name);
    if (isNew) changes.push({ breaks: false, what: `${name} is new` });
  }
  if (before.spec.scope !== after.spec.scope) {
    changes.push({ breaks: true, what: `its scope was ${before.spec.scope} and is ${after.spec.scope}` });
  }
  return changes.toSorted((one, other) => Number(other.breaks) - Number(one.breaks));
}

/**
 * The versions that are gone although objects were stored in them: the API server refuses such a definition.
 *
 * @see `validateCustomResourceDefinitionStoredVersions` of apiextensions-apiserver/pkg/apis/apiextensions/validation
 */
export function goneVersions(before: KindDefinition, after: KindDefinition): string[] {
  const there = new Set(after.spec.versions.map(({ name }) => name));
  return before.spec.versions.filter(({ name, storage }) => storage && !there.has(name)).map(({ name }) => name);
}

interface Place {
  readonly path: string;
  readonly version: string;
  readonly changes: DefinitionChange[];
}

function compareSchemas(before: OpenApiSchema, after: OpenApiSchema, place: Place): void {
  const say = (breaks: boolean, what: string, path = place.path): void => {
    place.changes.push({ breaks, what: `${place.version}: ${path === "" ? "the object" : path} ${what}` });
  };
  if (typeOf(before) !== typeOf(after)) {
    say(true, `was ${typeOf(before)} and is ${typeOf(after)}`);
    return;
  }
  compareEnums(before, after, say);
  compareLimits(before, after, say);
  const [fields, newer] = [before.properties ?? {}, after.properties ?? {}];
  for (const [name, field] of Object.entries(fields)) {
    const path = place.path === "" ? name : `${place.path}.${name}`;
    const other = newer[name];
    if (other !== undefined) compareSchemas(field, other, { ...place, path });
    else say(after["x-kubernetes-preserve-unknown-fields"] !== true, "is gone", path);
  }
  for (const name of Object.keys(newer)) {
    if (!Object.hasOwn(fields, name)) say(false, "is new", place.path === "" ? name : `${place.path}.${name}`);
  }
  for (const name of needed(after).difference(needed(before))) {
    say(true, "is required", place.path === "" ? name : `${place.path}.${name}`);
  }
  if (before.items !== undefined && after.items !== undefined) {
    compareSchemas(before.items, after.items, { ...place, path: `${place.path}[]` });
  }
  if (typeof before.additionalProperties === "object" && typeof after.additionalProperties === "object") {
    compareSchemas(before.additionalProperties, after.additionalProperties, { ...place, path: `${place.path}.*` });
  }
}

function compareEnums(before: OpenApiSchema, after: OpenApiSchema, say: (breaks: boolean, what: string) => void): void {
  if (after.enum === undefined) return;
  const known = new Set(after.enum.map((value) => JSON.stringify(value)));
  if (before.enum === undefined) say(true, `has to be one of ${[...known].join(", ")}`);
  else {
    const gone = before.enum.map((value) => JSON.stringify(value)).filter((value) => !known.has(value));
    if (gone.length > 0) say(true, `may not be ${gone.join(", ")} any more`);
  }
}

function needed({ required = [], properties = {} }: OpenApiSchema): Set<string> {
  return new Set(required.filter((name) => properties[name]?.default === undefined));
}

function typeOf(schema: OpenApiSchema): string {
  if (schema["x-kubernetes-int-or-string"] === true) return "int-or-string";
  return schema.type ?? (schema.properties === undefined ? "anything" : "object");
}
