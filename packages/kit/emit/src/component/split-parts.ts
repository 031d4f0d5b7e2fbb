import { clusterKindsNewToKustomize, groupOf } from "@kit/kube";
import { withNamespace } from "../compute/with-namespace.ts";
import type { FiledObject } from "../emitted-object.ts";
import { changeOf } from "./change-of.ts";
import type { ComponentParts } from "./component-parts.ts";
import { isSpoiledByPatch } from "./is-spoiled-by-patch.ts";
import type { PatchOperation } from "./operations.ts";

/** An object and what changes it. */
export interface PatchedObject {
  readonly object: FiledObject;
  readonly operations: readonly PatchOperation[];
}

/** The objects of an environment by how kustomize makes each as it is wanted. */
export interface SplitParts {
  readonly resources: readonly FiledObject[];
  readonly patched: readonly PatchedObject[];
  /** Those that a patch would spoil, as they are wanted, with their namespace. */
  readonly whole: readonly FiledObject[];
  /** Those of them that bases have. */
  readonly replaced: readonly FiledObject[];
}

export function splitParts({ resources, changed, namespace, defined }: ComponentParts): SplitParts {
  const clusterKinds = [...clusterKindsNewToKustomize(), ...defined.filter(({ isOfCluster }) => isOfCluster)];
  // Kustomize gives it a namespace, which only a patch takes off again.
  const losesNamespace = ({ apiVersion, kind, data }: FiledObject): boolean =>
    clusterKinds.some((one) => one.kind === kind && one.group === groupOf(apiVersion)) && isSpoiledByPatch(data);
  const patched: PatchedObject[] = [];
  const replaced: FiledObject[] = [];
  const whole = resources.filter(losesNamespace);
  for (const { object, wanted } of changed) {
    const change = changeOf(object.data, wanted);
    const result = { ...object, data: wanted };
    if (change.form === "whole" || losesNamespace(result)) {
      replaced.push(object);
      whole.push(result);
    } else if (change.operations.length > 0) patched.push({ object, operations: change.operations });
  }
  return {
    resources: resources.filter((object) => !losesNamespace(object)),
    patched,
    whole: whole.map((object) => ({ ...object, data: withNamespace(object.data, namespace) })),
    replaced,
  };
}
