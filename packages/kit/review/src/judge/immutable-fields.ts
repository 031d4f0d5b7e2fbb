import { at, type Loose, quantityOf } from "@kit/kube";
import type { FieldChange } from "../diff/change.ts";
import { listAt, textAt } from "../data.ts";

/** The fields of a kind that an update may not change. */
export interface ImmutableFields {
  readonly group: string;
  readonly kinds: readonly string[];
  /** These and all below them. */
  readonly fields: readonly string[];
  /** But not these. */
  readonly except?: readonly string[];
  /** Where they may be changed nevertheless. */
  readonly unless?: (before: Loose, after: Loose, field: FieldChange) => boolean;
}

/**
 * What the API server refuses to change in place, by its validation of updates. The server says so itself only of few
 * of these fields in its OpenAPI.
 *
 * Each row names the function of k8s.io/kubernetes that it was read from.
 */
export const immutableFields: readonly ImmutableFields[] = [
  // pkg/registry/apps/{deployment,daemonset,replicaset}/strategy.go, ValidateImmutableField
  { group: "apps", kinds: ["DaemonSet", "Deployment", "ReplicaSet"], fields: ["spec.selector"] },
  // pkg/apis/apps/validation ValidateStatefulSetUpdate
  {
    group: "apps",
    kinds: ["StatefulSet"],
    fields: ["spec"],
    except: [
      "spec.minReadySeconds",
      "spec.ordinals",
      "spec.persistentVolumeClaimRetentionPolicy",
      "spec.replicas",
      "spec.revisionHistoryLimit",
      "spec.template",
      "spec.updateStrategy",
    ],
  },
  // pkg/apis/batch/validation ValidateJobSpecUpdate
  {
    group: "batch",
    kinds: ["Job"],
    fields: [
      "spec.selector",
      "spec.completionMode",
      "spec.podFailurePolicy",
      "spec.backoffLimitPerIndex",
      "spec.managedBy",
      "spec.successPolicy",
    ],
  },
  // validatePodTemplateUpdate: what places the pods, and their resources, may change while the Job is suspended.
  {
    group: "batch",
    kinds: ["Job"],
    fields: ["spec.template"],
    unless: (before, _after, { path }) =>
      at(before, "spec", "suspend") === true &&
      /^spec\.template\.(?:metadata\.(?:labels|annotations)|spec\.(?:nodeSelector|affinity\.nodeAffinity|tolerations|schedulingGates|(?:initC|c)ontainers\[[^\]]*\]\.resources))(?:$|[.[])/.test(
        path,
      ),
  },
  // validateCompletions
  {
    group: "batch",
    kinds: ["Job"],
    fields: ["spec.completions"],
    unless: (before, after) =>
      textAt(before, "spec", "completionMode") === "Indexed" &&
      at(after, "spec", "completions") === at(after, "spec", "parallelism"),
  },
  // pkg/apis/core/validation ValidatePodUpdate
  {
    group: "",
    kinds: ["Pod"],
    fields: ["spec"],
    unless: (_before, _after, { path, op, before, after }) => {
      if (/^spec\.(?:c|initC)ontainers\[[^\]]*\]\.image$/.test(path)) return true;
      if (/^spec\.tolerations(?:$|\[)/.test(path)) return op === "added";
      if (/^spec\.schedulingGates(?:$|\[)/.test(path)) return op === "removed";
      if (path === "spec.terminationGracePeriodSeconds") return Number(before) < 0 && after === 1;
      return path === "spec.activeDeadlineSeconds" && (op === "added" || Number(after) < Number(before));
    },
  },
  // ValidateServiceUpdate, validateServiceClusterIPsRelatedFields: the server gives one where none is written.
  {
    group: "",
    kinds: ["Service"],
    fields: ["spec.clusterIP", "spec.clusterIPs", "spec.ipFamilies"],
    unless: (before, after, { path, op, before: value }) => {
      const isExternal = [before, after].some((side) => textAt(side, "spec", "type") === "ExternalName");
      const isFirst = !/\[[1-9]\d*\]$/.test(path);
      const isDropped = !isFirst && op === "removed" && textAt(after, "spec", "ipFamilyPolicy") === "SingleStack";
      return (
        isExternal ||
        isDropped ||
        (op === "removed" && isFirst && !isOnNodes(value, after)) ||
        (op === "added" && !isFirst)
      );
    },
  },
  // validateServiceLoadBalancerClassField, ValidateServiceUpdate
  {
    group: "",
    kinds: ["Service"],
    fields: ["spec.loadBalancerClass"],
    unless: (before, after) => [before, after].some((side) => textAt(side, "spec", "type") !== "LoadBalancer"),
  },
  // validateServiceExternalTrafficFieldsUpdate
  {
    group: "",
    kinds: ["Service"],
    fields: ["spec.healthCheckNodePort"],
    unless: (before, after, { op }) => op !== "changed" || !(needsHealthCheck(before) && needsHealthCheck(after)),
  },
  // ValidatePersistentVolumeClaimUpdate. A claim may grow, and be given a class where it has none.
  {
    group: "",
    kinds: ["PersistentVolumeClaim"],
    fields: ["spec"],
    except: ["spec.volumeAttributesClassName"],
    unless: (_before, _after, { path, op, before, after }) => {
      if (path === "spec.resources.requests.storage") return (quantityOf(after) ?? 0n) >= (quantityOf(before) ?? 0n);
      if (path.startsWith("spec.resources")) return true;
      return op === "added" && (path === "spec.volumeName" || path === "spec.storageClassName");
    },
  },
  // ValidatePersistentVolumeUpdate: every field that is a source of volumes.
  {
    group: "",
    kinds: ["PersistentVolume"],
    fields: ["spec"],
    except: [
      "spec.accessModes",
      "spec.capacity",
      "spec.claimRef",
      "spec.mountOptions",
      "spec.persistentVolumeReclaimPolicy",
      "spec.storageClassName",
      "spec.volumeAttributesClassName",
    ],
    unless: (before, _after, { path }) =>
      path.startsWith("spec.nodeAffinity") && at(before, "spec", "nodeAffinity") === undefined,
  },
  // ValidateSecretUpdate
  {
    group: "",
    kinds: ["Secret"],
    fields: ["type"],
    unless: (_before, _after, { before, after }) => (before ?? "Opaque") === (after ?? "Opaque"),
  },
  // ValidateSecretUpdate, ValidateConfigMapUpdate
  {
    group: "",
    kinds: ["ConfigMap", "Secret"],
    fields: ["data", "binaryData", "stringData", "immutable"],
    unless: (before) => before["immutable"] !== true,
  },
  // pkg/apis/rbac/validation ValidateRoleBindingUpdate, ValidateClusterRoleBindingUpdate
  { group: "rbac.authorization.k8s.io", kinds: ["ClusterRoleBinding", "RoleBinding"], fields: ["roleRef"] },
  // pkg/apis/storage/validation ValidateStorageClassUpdate
  {
    group: "storage.k8s.io",
    kinds: ["StorageClass"],
    fields: ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"],
  },
  // ValidateVolumeAttributesClassUpdate
  { group: "storage.k8s.io", kinds: ["VolumeAttributesClass"], fields: ["driverName", "parameters"] },
  // pkg/apis/networking/validation validateIngressClassSpecUpdate
  { group: "networking.k8s.io", kinds: ["IngressClass"], fields: ["spec.controller"] },
  // ValidateIPAddressUpdate
  { group: "networking.k8s.io", kinds: ["IPAddress"], fields: ["spec.parentRef"] },
  // ValidateServiceCIDRUpdate: a second one may be added.
  {
    group: "networking.k8s.io",
    kinds: ["ServiceCIDR"],
    fields: ["spec.cidrs"],
    unless: (before, _after, { op }) => op === "added" && listAt(before, "spec", "cidrs").length === 1,
  },
  // pkg/apis/scheduling/validation ValidatePriorityClassUpdate
  { group: "scheduling.k8s.io", kinds: ["PriorityClass"], fields: ["preemptionPolicy", "value"] },
  // pkg/apis/node/validation ValidateRuntimeClassUpdate
  { group: "node.k8s.io", kinds: ["RuntimeClass"], fields: ["handler"] },
  // pkg/apis/core/validation ValidateResourceQuotaUpdate
  { group: "", kinds: ["ResourceQuota"], fields: ["spec.scopes"] },
  // pkg/apis/discovery/validation ValidateEndpointSliceUpdate
  { group: "discovery.k8s.io", kinds: ["EndpointSlice"], fields: ["addressType"] },
  // apiextensions-apiserver/pkg/apis/apiextensions/validation validateCustomResourceDefinitionSpecUpdate
  {
    group: "apiextensions.k8s.io",
    kinds: ["CustomResourceDefinition"],
    fields: ["spec.group", "spec.names.kind", "spec.names.plural", "spec.scope"],
  },
];

/** A Service without an address cannot have ports of nodes. */
function isOnNodes(address: unknown, after: Loose): boolean {
  return address === "None" && ["NodePort", "LoadBalancer"].includes(textAt(after, "spec", "type") ?? "");
}

function needsHealthCheck(service: Loose): boolean {
  return (
    textAt(service, "spec", "type") === "LoadBalancer" && textAt(service, "spec", "externalTrafficPolicy") === "Local"
  );
}
