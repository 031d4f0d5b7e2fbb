import type { JsonObject } from "@kit/kube";
import { isSpoiledByPatch } from "./is-spoiled-by-patch.ts";
import { operations, type PatchOperation } from "./operations.ts";

/** How a component makes what is wanted of an object of a base. */
export type ComponentChange =
  /** By a JSON 6902 patch; without operations there is nothing to change. */
  | { readonly form: "patch"; readonly operations: readonly PatchOperation[] }
  /** The base's object is deleted, and the wanted one added as it is: a patch would spoil one of them. */
  | { readonly form: "whole" };

/** The form in which kustomize makes exactly what is wanted, and what it says. It depends on the two objects alone. */
export function changeOf(base: JsonObject, wanted: JsonObject): ComponentChange {
  const found = operations(base, wanted);
  const isWhole = found.length > 0 && (isSpoiledByPatch(base) || isSpoiledByPatch(wanted));
  return isWhole ? { form: "whole" } : { form: "patch", operations: found };
}
