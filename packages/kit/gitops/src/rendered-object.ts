import { definedKinds, isInNamespace } from "@kit/kube";

/** An object as it is rendered. */
export interface SyncedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly data: unknown;
}

/** Tells the objects of an environment that are in a namespace. */
export function inNamespace(objects: readonly SyncedObject[]): (object: SyncedObject) => boolean {
  const defined = definedKinds(objects.map(({ data }) => data));
  return (object) => isInNamespace(object, defined);
}
