import type { KubeObject } from "./kube-object.ts";
import type { Patch } from "./patch.ts";

/** A patch of an object of the service, or an object that only this environment has. */
export type Change = Patch | KubeObject;

/** What a service package exports by default. */
export interface ServiceDefinition<Env = never> {
  /** The objects that every environment has, without any value that depends on the environment. */
  readonly resources: readonly KubeObject[];
  /** What the environment changes or adds. Must be pure: it runs once per environment. */
  readonly configure?: (environment: Env) => readonly Change[];
}

/** Defines a service; `Env` is the type of its system's environments. */
export function defineService<Env>(definition: ServiceDefinition<Env>): ServiceDefinition<Env> {
  return definition;
}
