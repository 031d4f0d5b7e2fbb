import { fileNames } from "@kit/tree";
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

/**
 * The files of a rendered environment, by their path below `generated/`.
 *
 * Their names begin with a number per kind, so that `kubectl apply -f` of the directory, which goes by name,
 * applies a Namespace before what is in it.
 */
export function renderedFiles(id: string, documents: readonly RenderedDocument[]): [string, string][] {
  const names = fileNames(documents);
  return documents.map(({ kind, text }, index) => [`rendered/${id}/${numberOf(kind)}-${names[index]}.yaml`, text]);
}

function numberOf(kind: string): string {
  const number = first.includes(kind) ? first.indexOf(kind) : last.includes(kind) ? 98 + last.indexOf(kind) : 50;
  return String(number).padStart(2, "0");
}
