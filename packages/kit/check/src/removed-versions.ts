/** Where a kind went, and the Kubernetes version that stopped serving the old place. */
export interface Removed {
  readonly in: string;
  /** The API version that serves it now; undefined where the kind is gone. */
  readonly now: string | undefined;
}

const workloads = ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"];
const roles = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];
const flow = ["FlowSchema", "PriorityLevelConfiguration"];
const webhooks = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];
const reviews = [
  "LocalSubjectAccessReview",
  "SelfSubjectAccessReview",
  "SelfSubjectRulesReview",
  "SubjectAccessReview",
];

type Row = readonly [from: string, kinds: readonly string[], removed: string, now: string | undefined];

// https://kubernetes.io/docs/reference/using-api/deprecation-guide/
const rows: readonly Row[] = [
  ["admissionregistration.k8s.io/v1beta1", webhooks, "1.22", "admissionregistration.k8s.io/v1"],
  ["apiextensions.k8s.io/v1beta1", ["CustomResourceDefinition"], "1.22", "apiextensions.k8s.io/v1"],
  ["apiregistration.k8s.io/v1beta1", ["APIService"], "1.22", "apiregistration.k8s.io/v1"],
  ["apps/v1beta1", workloads, "1.16", "apps/v1"],
  ["apps/v1beta2", workloads, "1.16", "apps/v1"],
  ["authentication.k8s.io/v1beta1", ["TokenReview"], "1.22", "authentication.k8s.io/v1"],
  ["authorization.k8s.io/v1beta1", reviews, "1.22", "authorization.k8s.io/v1"],
  ["autoscaling/v2beta1", ["HorizontalPodAutoscaler"], "1.25", "autoscaling/v2"],
  ["autoscaling/v2beta2", ["HorizontalPodAutoscaler"], "1.26", "autoscaling/v2"],
  ["batch/v1beta1", ["CronJob"], "1.25", "batch/v1"],
  ["batch/v2alpha1", ["CronJob"], "1.21", "batch/v1"],
  ["certificates.k8s.io/v1beta1", ["CertificateSigningRequest"], "1.22", "certificates.k8s.io/v1"],
  ["coordination.k8s.io/v1beta1", ["Lease"], "1.22", "coordination.k8s.io/v1"],
  ["discovery.k8s.io/v1beta1", ["EndpointSlice"], "1.25", "discovery.k8s.io/v1"],
  ["events.k8s.io/v1beta1", ["Event"], "1.25", "events.k8s.io/v1"],
  ["extensions/v1beta1", ["DaemonSet", "Deployment", "ReplicaSet"], "1.16", "apps/v1"],
  ["extensions/v1beta1", ["Ingress"], "1.22", "networking.k8s.io/v1"],
  ["extensions/v1beta1", ["NetworkPolicy"], "1.16", "networking.k8s.io/v1"],
  ["extensions/v1beta1", ["PodSecurityPolicy"], "1.16", undefined],
  ["flowcontrol.apiserver.k8s.io/v1beta1", flow, "1.26", "flowcontrol.apiserver.k8s.io/v1"],
  ["flowcontrol.apiserver.k8s.io/v1beta2", flow, "1.29", "flowcontrol.apiserver.k8s.io/v1"],
  ["flowcontrol.apiserver.k8s.io/v1beta3", flow, "1.32", "flowcontrol.apiserver.k8s.io/v1"],
  ["networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], "1.22", "networking.k8s.io/v1"],
  ["node.k8s.io/v1beta1", ["RuntimeClass"], "1.25", "node.k8s.io/v1"],
  ["policy/v1beta1", ["PodDisruptionBudget"], "1.25", "policy/v1"],
  ["policy/v1beta1", ["PodSecurityPolicy"], "1.25", undefined],
  ["rbac.authorization.k8s.io/v1alpha1", roles, "1.22", "rbac.authorization.k8s.io/v1"],
  ["rbac.authorization.k8s.io/v1beta1", roles, "1.22", "rbac.authorization.k8s.io/v1"],
  ["scheduling.k8s.io/v1beta1", ["PriorityClass"], "1.22", "scheduling.k8s.io/v1"],
  ["storage.k8s.io/v1beta1", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], "1.22", "storage.k8s.io/v1"],
  ["storage.k8s.io/v1beta1", ["CSIStorageCapacity"], "1.27", "storage.k8s.io/v1"],
];

const byKind = new Map(
  rows.flatMap(([from, kinds, removed, now]) =>
    kinds.map((kind): [string, Removed] => [`${from} ${kind}`, { in: removed, now }]),
  ),
);

/** Where a kind of an API version went that Kubernetes served once. */
export function removedFrom(apiVersion: string, kind: string): Removed | undefined {
  return byKind.get(`${apiVersion} ${kind}`);
}
