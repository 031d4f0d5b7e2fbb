import { describeObject, type KubeObject } from "@kit/model";
import { isMap } from "@kit/kube";
import { protectDefinition } from "./protect-definition.ts";
import { policyTraffic, type PolicyTraffic } from "./policy-traffic.ts";
import type { Json, JsonObject } from "@kit/kube";

/** An object on its way into a file. */
export interface FiledObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Its data, keys in the order of the file. */
  readonly data: JsonObject;
  /** The package that has it, such as `packages/shop/backend`. */
  readonly where: string;
}

/** An object as its package has it. */
export interface EmittedObject extends FiledObject {
  /** Of the system's objects which one it is: patches and network policies name it so. */
  readonly id: number;
  /** The annotations that the build has given it, whatever the environment. */
  readonly given: readonly string[];
  /** What a policy of `networkPolicy` was made from. */
  readonly traffic: PolicyTraffic | undefined;
}

/** Numbers the objects of a system, in the order in which they are asked for: authors name an object by the object itself. */
export type Ids = (object: KubeObject) => number;

export function newIds(): Ids {
  const known = new Map<KubeObject, number>();
  return (object) => {
    const id = known.get(object) ?? known.size;
    known.set(object, id);
    return id;
  };
}

/**
 * The object's data in file order: apiVersion, kind, metadata (name, namespace, labels, annotations), the rest as
 * authored.
 *
 * @param json What the object's `toJSON` returned, which copies it and so is called once.
 */
export function emittedObject(source: KubeObject, json: unknown, where: string, ids: Ids): EmittedObject {
  const { apiVersion, kind, metadata, ...rest } = json as Record<string, Json>;
  const { data, given } = protectDefinition({ apiVersion: apiVersion!, kind: kind!, metadata: metadata!, ...rest });
  return {
    apiVersion: source.apiVersion,
    kind: source.kind,
    name: source.metadata?.name ?? "",
    namespace: source.metadata?.namespace,
    id: ids(source),
    data: inOrder(data),
    given,
    where,
    traffic: policyTraffic(source, ids),
  };
}

function inOrder({ apiVersion, kind, metadata, ...rest }: JsonObject): JsonObject {
  const ordered = isMap(metadata) ? { metadata: orderMetadata(metadata) } : {};
  return { apiVersion: apiVersion!, kind: kind!, ...ordered, ...rest };
}

export function orderMetadata(metadata: JsonObject): JsonObject {
  const { name, namespace, labels, annotations, ...rest } = metadata;
  const ordered = { name, namespace, labels, annotations, ...rest };
  return Object.fromEntries(Object.entries(ordered).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** `packages/shop/backend, Deployment "backend"`: where a message points. */
export function placeOf(where: string, object: Pick<KubeObject, "kind" | "metadata">): string {
  return `${where}, ${describeObject(object)}`;
}

/** `Deployment "backend"`: how messages name an object. */
export function describeEmitted({ kind, name }: Pick<EmittedObject, "kind" | "name">): string {
  return describeObject({ kind, metadata: { name } });
}
