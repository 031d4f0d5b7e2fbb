import { findKind } from "@kit/schema";

/** Whether objects of a kind are in no namespace. A kind that nobody describes is taken to be in one. */
export function isClusterScoped(apiVersion: string, kind: string): boolean {
  return findKind(apiVersion, kind)?.namespaced === false;
}
