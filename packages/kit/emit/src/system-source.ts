import type { Environment, EnvironmentSchema, ServiceDefinition } from "@kit/model";

/** A service, as its package exports it. */
export interface ServiceSource {
  /** The package's folder: the name of its base, below its system's. */
  readonly name: string;
  /** From the repository's root, such as `packages/shop/backend`. */
  readonly where: string;
  // Each system has its own type of environment; the package's own type-check has seen that it fits.
  readonly definition: ServiceDefinition<never>;
}

/** A system: its services and what its environments change. */
export interface SystemSource {
  readonly name: string;
  /** The package of its environments, such as `packages/shop/environments`. */
  readonly where: string;
  readonly schema: EnvironmentSchema;
  readonly services: readonly ServiceSource[];
  readonly environments: readonly Environment[];
}
