import { fileStem } from "@kit/kube";
import type { RenderedDocument } from "./rendered-document.ts";

// kustomize's legacy order (api/internal/builtins/SortOrderTransformer.go). A kind's number is part of file names: only append.
const first = [
  "Namespace",
  "ResourceQuota",
  "StorageClass",
  "CustomResourceDefinition",
  "ServiceAccount",
  "PodSecurityPolicy",
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
  "ConfigMap",
  "Secret",
  "Endpoints",
  "Service",
  "LimitRange",
  "PriorityClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "PodDisruptionBudget",
];
const last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/** An environment, and the namespace of its objects that say none. */
export interface EnvironmentPlace {
  readonly id: string;
  readonly namespace: string;
}

/**
 * The files of a rendered environment, by their paths below `generated/`: one for each document, where `sharedFiles` finds
 * nothing.
 *
 * Their names begin with a number per kind, so that `kubectl apply -f` of the directory, which goes by name,
 * applies a Namespace before what is in it.
 */
export function renderedFiles(
  { id, namespace }: EnvironmentPlace,
  documents: readonly RenderedDocument[],
): [path: string, text: string][] {
  return documents.map((document) => [
    `rendered/${id}/${numberOf(document.kind)}-${fileStem(document, namespace)}.yaml`,
    document.text,
  ]);
}

function numberOf(kind: string): string {
  const number = first.includes(kind) ? first.indexOf(kind) : last.includes(kind) ? 98 + last.indexOf(kind) : 50;
  return String(number).padStart(2, "0");
}
