import * as v from "valibot";
import { baseEntries } from "./environment.ts";

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

/** The names of services that the schema asks values for, with the key that asks. */
export function namedServices(schema: EnvironmentSchema): { key: string; service: string }[] {
  return Object.entries(schema.entries).flatMap(([key, entry]) => {
    const { services = [] } = v.getMetadata(entry) as { services?: readonly string[] };
    return services.map((service) => ({ key, service }));
  });
}
