import { madeSecret, mapOf, type MadeSecret } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import type { EnvironmentView, View } from "./view/index.ts";

/** A Secret that will be there. */
export interface KnownSecret {
  /** Undefined where it cannot be told which keys it has. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** The Secrets that an environment's contracts and objects promise. */
export interface KnownSecrets {
  find(namespace: string, name: string): KnownSecret | undefined;
  /** The names of those in a namespace. */
  names(namespace: string): string[];
}

/**
 * The Secrets of an environment: those that its contracts name, which are in whatever namespace reads them, and those
 * that its objects make: Secrets, and what ExternalSecrets, SealedSecrets and cert-manager's Certificates bring.
 */
export const knownSecrets = perEnvironment((environment: EnvironmentView<"objects" | "secrets">): KnownSecrets => {
  const byContract = new Map<string, KnownSecret>(
    (environment.contracts ?? []).map(({ name, keys }) => [name, { keys: new Set(Object.keys(keys)) }]),
  );
  const byObject = new Map<string, Map<string, KnownSecret>>();
  for (const object of environment.objects) {
    const made = secretOf(object);
    if (made === undefined) continue;
    const namespace = object.namespace ?? "default";
    const others = byObject.get(namespace) ?? new Map<string, KnownSecret>();
    byObject.set(namespace, others.set(made.name, made));
  }
  return {
    find: (namespace, name) => byObject.get(namespace)?.get(name) ?? byContract.get(name),
    names: (namespace) => [...byContract.keys(), ...(byObject.get(namespace)?.keys() ?? [])],
  };
});

function secretOf({ apiVersion, kind, name, raw }: View): MadeSecret | undefined {
  if (apiVersion === "v1" && kind === "Secret") return { name, keys: keysOf(raw["data"], raw["stringData"]) };
  return madeSecret(raw);
}

function keysOf(...maps: readonly unknown[]): Set<string> {
  return new Set(maps.flatMap((map) => Object.keys(mapOf(map))));
}
