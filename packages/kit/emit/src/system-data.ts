import type { EmittedObject } from "./emitted-object.ts";
import type { EnvironmentChange } from "./environment-change.ts";

/** A service's objects as data, of those that are fit to be written. */
interface ServiceData {
  readonly name: string;
  /** From the repository's root, such as `packages/shop/backend`. */
  readonly where: string;
  readonly objects: readonly EmittedObject[];
}

/** An environment, and what the packages of its services say of it. */
interface EnvironmentData {
  readonly id: string;
  readonly namespace: string;
  /** What the services have here that it deploys, in their order. */
  readonly services: readonly { readonly name: string; readonly change: EnvironmentChange }[];
  /** Objects of the environment itself, such as its Namespace. */
  readonly own: readonly EmittedObject[];
}

/** A system as its packages say it, when their code has run. */
export interface SystemData {
  readonly name: string;
  /** The package of its environments. */
  readonly where: string;
  readonly services: readonly ServiceData[];
  /** Those whose values are right. */
  readonly environments: readonly EnvironmentData[];
}
