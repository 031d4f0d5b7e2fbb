import type { Environment } from "./environment.ts";
import type { EnvironmentSchema } from "./environment-schema.ts";

/** What the `environments` package of a system exports by default. */
export interface SystemDefinition {
  readonly schema: EnvironmentSchema;
  readonly environments: readonly Environment[];
}

/** Defines a system: the schema of its environments, and the environments. */
export function defineSystem<Env extends Environment>(definition: {
  readonly schema: EnvironmentSchema;
  readonly environments: readonly Env[];
}): SystemDefinition {
  return definition;
}
