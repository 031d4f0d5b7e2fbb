import type { Environment } from "./environment.ts";
import type { EnvironmentSchema } from "./environment-schema.ts";
import type { Policy } from "./policy.ts";

/** What the `environments` package of a system exports by default. */
export interface SystemDefinition {
  readonly schema: EnvironmentSchema;
  readonly environments: readonly Environment[];
  /** How the checks judge its environments. Default: as the repository says. */
  readonly policy?: Policy;
}

/** Defines a system: the schema of its environments, the environments, and how the checks judge them. */
export function defineSystem<Env extends Environment>(definition: {
  readonly schema: EnvironmentSchema;
  readonly environments: readonly Env[];
  readonly policy?: Policy;
}): SystemDefinition {
  return definition;
}
