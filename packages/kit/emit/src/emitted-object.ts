import { describeObject, type KubeObject } from "@kit/model";
import { isMap } from "@kit/kube";
import type { Json, JsonObject } from "@kit/kube";

/** An object on its way into a file. */
export interface EmittedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The object as authored. */
  readonly source: KubeObject;
  /** Its data, keys in the order of the file. */
  readonly data: JsonObject;
  /** The package that has it, such as `packages/shop/backend`. */
  readonly where: string;
}

/**
 * The object's data in file order: apiVersion, kind, metadata (name, namespace, labels, annotations), the rest as
 * authored.
 *
 * @param json What the object's `toJSON` returned, which copies it and so is called once.
 */
export function emittedObject(source: KubeObject, json: unknown, where: string): EmittedObject {
  const { apiVersion, kind, metadata, ...rest } = json as Record<string, Json>;
  const data = {
    apiVersion: apiVersion!,
    kind: kind!,
    ...(isMap(metadata) ? { metadata: orderMetadata(metadata) } : {}),
    ...rest,
  };
  return {
    apiVersion: source.apiVersion,
    kind: source.kind,
    name: source.metadata?.name ?? "",
    namespace: source.metadata?.namespace,
    source,
    data,
    where,
  };
}

export function orderMetadata(metadata: JsonObject): JsonObject {
  const { name, namespace, labels, annotations, ...rest } = metadata;
  const ordered = { name, namespace, labels, annotations, ...rest };
  return Object.fromEntries(Object.entries(ordered).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** `packages/shop/backend, Deployment "backend"`: where a message points. */
export function placeOf(where: string, object: KubeObject): string {
  return `${where}, ${describeObject(object)}`;
}
