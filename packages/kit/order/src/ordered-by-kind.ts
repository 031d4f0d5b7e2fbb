import { isBuiltIn, mapOf, textOf } from "@kit/kube";
import { isRanked } from "./kind-order.ts";

/**
 * Whether an object is one of those that alone need no waves, because what they need of each other is of an earlier kind:
 * of a kind of Kubernetes itself that Argo CD lists, and without a word of its own on hooks and waves.
 *
 * A way past the graph for environments without operators and migrations, which are most of them.
 */
export function isOrderedByKind(object: unknown): boolean {
  const { apiVersion, kind, metadata } = mapOf(object);
  const { annotations } = mapOf(metadata);
  return (
    isRanked(textOf(kind) ?? "") &&
    kind !== "CustomResourceDefinition" &&
    isBuiltIn(textOf(apiVersion) ?? "") &&
    (annotations === undefined || !Object.keys(mapOf(annotations)).some((key) => telling.test(key)))
  );
}

const telling = /^(?:argocd\.argoproj\.io|helm\.sh)\//;
