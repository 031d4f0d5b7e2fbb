import { groupOf, listOf, mapOf, textOf } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import type { View } from "./view/index.ts";

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
export const knownSecrets = perEnvironment((environment): KnownSecrets => {
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

type Made = KnownSecret & { readonly name: string };

function secretOf(object: View): Made | undefined {
  const { apiVersion, kind, name, raw } = object;
  const group = groupOf(apiVersion);
  if (apiVersion === "v1" && kind === "Secret") return { name, keys: keysOf(raw["data"], raw["stringData"]) };
  if (group === "external-secrets.io" && kind === "ExternalSecret") return ofExternalSecret(object);
  if (group === "bitnami.com" && kind === "SealedSecret") {
    const { encryptedData, template = {} } = mapOf(raw["spec"]);
    const { metadata = {}, data } = mapOf(template);
    return { name: textOf(mapOf(metadata)["name"]) ?? name, keys: keysOf(encryptedData, data) };
  }
  if (group === "cert-manager.io" && kind === "Certificate") {
    const secretName = textOf(mapOf(raw["spec"])["secretName"]);
    return secretName === undefined ? undefined : { name: secretName, keys: undefined };
  }
  return undefined;
}

function ofExternalSecret({ name, raw }: View): Made | undefined {
  const { target, data, dataFrom } = mapOf(raw["spec"]);
  const { name: targetName, creationPolicy, template } = mapOf(target);
  if (creationPolicy === "None") return undefined;
  const made = textOf(targetName) ?? name;
  const { data: templateData, templateFrom, mergePolicy } = mapOf(template);
  // With a template the keys are the template's, unless it says that it adds to them.
  const replaces = templateData !== undefined && mergePolicy !== "Merge";
  const isOpen = listOf(templateFrom).length > 0 || (!replaces && listOf(dataFrom).length > 0);
  if (isOpen || creationPolicy === "Merge") return { name: made, keys: undefined };
  const own = replaces ? [] : listOf(data).flatMap((entry) => textOf(mapOf(entry)["secretKey"]) ?? []);
  return { name: made, keys: new Set([...own, ...Object.keys(mapOf(templateData))]) };
}

function keysOf(...maps: readonly unknown[]): Set<string> {
  return new Set(maps.flatMap((map) => Object.keys(mapOf(map))));
}
