import { groupOf, identityKey, mapOf, textOf } from "@kit/kube";
import { placeOf, type Place } from "./place.ts";

/** One object of an environment, as the graph knows it. */
export interface OrderNode extends Place {
  /** `group/kind/namespace/name`; the group is empty for the core, the namespace for what is in none. */
  readonly id: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Its position in the list that the graph was made from. */
  readonly index: number;
}

/** @param unplaced The namespace of what names none. */
export function nodeOf(object: unknown, index: number, unplaced: string): OrderNode {
  const { apiVersion, kind: writtenKind, metadata } = mapOf(object);
  const { name: writtenName, namespace: writtenNamespace, annotations } = mapOf(metadata);
  const [group, kind] = [groupOf(textOf(apiVersion) ?? ""), textOf(writtenKind) ?? ""];
  const [name, written] = [textOf(writtenName) ?? "", textOf(writtenNamespace)];
  const namespace = isOfCluster(group, kind, written) ? undefined : (written ?? unplaced);
  const id = identityKey({ group, kind, namespace, name });
  return { id, group, kind, namespace, name, index, ...placeOf(mapOf(annotations)) };
}

/**
 * The API's own kinds that are in no namespace. Of others nobody can tell without their definitions; those that are
 * named `Cluster…`, as most are, and have no namespace, are taken for such.
 */
const kindsOfCluster = new Set([
  "/Namespace",
  "/Node",
  "/PersistentVolume",
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/CustomResourceDefinition",
  "apiregistration.k8s.io/APIService",
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  "networking.k8s.io/IngressClass",
  "node.k8s.io/RuntimeClass",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "resource.k8s.io/DeviceClass",
  "scheduling.k8s.io/PriorityClass",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/StorageClass",
  "storage.k8s.io/VolumeAttributesClass",
]);

function isOfCluster(group: string, kind: string, written: string | undefined): boolean {
  return kindsOfCluster.has(`${group}/${kind}`) || (written === undefined && /^Cluster[A-Z]/.test(kind));
}
