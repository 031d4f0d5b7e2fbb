import { findKind } from "@kit/schema";

/** An object as it is rendered. */
export interface SyncedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly data: unknown;
}

/** Of kinds that the table does not have, only the object can tell. */
export function isNamespaced({ apiVersion, kind, namespace }: SyncedObject): boolean {
  return namespace !== undefined || (findKind(apiVersion, kind)?.namespaced ?? false);
}
