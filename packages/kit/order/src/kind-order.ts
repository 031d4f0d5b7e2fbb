/**
 * The order in which Argo CD applies the kinds of one wave, by the kind's name alone, whatever its group:
 * pkg/sync/sync_tasks.go of gitops-engine 0.7.3. Those of one kind are applied at once.
 */
const kinds = [
  "Namespace",
  "NetworkPolicy",
  "ResourceQuota",
  "LimitRange",
  "PodSecurityPolicy",
  "PodDisruptionBudget",
  "ServiceAccount",
  "Secret",
  "SecretList",
  "ConfigMap",
  "StorageClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "CustomResourceDefinition",
  "ClusterRole",
  "ClusterRoleList",
  "ClusterRoleBinding",
  "ClusterRoleBindingList",
  "Role",
  "RoleList",
  "RoleBinding",
  "RoleBindingList",
  "Service",
  "DaemonSet",
  "Pod",
  "ReplicationController",
  "ReplicaSet",
  "Deployment",
  "HorizontalPodAutoscaler",
  "StatefulSet",
  "Job",
  "CronJob",
  "IngressClass",
  "Ingress",
  "APIService",
];

const ranks = new Map(kinds.map((kind, rank) => [kind, rank]));

/** Whether Argo CD lists the kind. */
export function isRanked(kind: string): boolean {
  return ranks.has(kind);
}

/** Where a kind stands within a wave; all that Argo CD does not list share the last place. */
export function rankOf(kind: string): number {
  return ranks.get(kind) ?? kinds.length;
}
