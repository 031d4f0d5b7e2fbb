import * as v from "valibot";
import { baseEntries } from "./environment.ts";
import { innerSchemas } from "./schema-parts.ts";

type Entries = Record<string, v.GenericSchema>;
export type EnvironmentSchema<E extends Entries = Entries> = v.StrictObjectSchema<typeof baseEntries & E, undefined>;

/** The type of a system's environments. */
export type EnvironmentOf<S extends v.GenericSchema> = v.InferOutput<S>;

/**
 * The values that each environment of a system must give, beside those that every environment has
 * (`id`, `environment`, `cluster`, …). Types and the build's checks both come from it.
 */
export function environmentSchema<E extends Entries>(entries: E): EnvironmentSchema<E> {
  return v.strictObject({ ...baseEntries, ...entries });
}

/** One value for each of the named services. A name that no package has is a build error. */
export function perService<const Name extends string, S extends v.GenericSchema>(
  services: readonly Name[],
  schema: S,
): v.GenericSchema<Record<Name, v.InferOutput<S>>> {
  const entries = Object.fromEntries(services.map((service) => [service, schema]));
  return v.pipe(v.strictObject(entries), v.metadata({ services }));
}

/** A list of values of one kind, with at least one. */
export function listOf<S extends v.GenericSchema>(schema: S): v.GenericSchema<v.InferOutput<S>[]> {
  return v.pipe(v.array(schema, "must be a list"), v.minLength(1, "must not be empty"));
}

/** Values under names of their own; one that is left out or misspelt does not compile, as at the top. */
export function nested<E extends Entries>(entries: E): v.StrictObjectSchema<E, string> {
  return v.strictObject(entries, "must be a map of values");
}

/** A value for each of some names, which the environment chooses: `{ "team-a": …, "team-b": … }`. */
export function record<S extends v.GenericSchema>(schema: S): v.GenericSchema<Record<string, v.InferOutput<S>>> {
  return v.record(v.string(), schema, "must be a map of names to values");
}

/** A value that an environment may leave out: `undefined` then. What that means, `configure` says: `env.replicas ?? 2`. */
export function optional<S extends v.GenericSchema>(schema: S): v.OptionalSchema<S, undefined> {
  return v.optional(schema);
}

/** The names of services that the schema asks values for, with the path of the key that asks. */
export function namedServices(schema: v.GenericSchema, path = ""): { key: string; service: string }[] {
  const { services = [] } = v.getMetadata(schema) as { services?: readonly string[] };
  const inner = innerSchemas(schema).flatMap(([key, one]) => namedServices(one, [path, key].filter(Boolean).join(".")));
  return [...services.map((service) => ({ key: path, service })), ...inner];
}
