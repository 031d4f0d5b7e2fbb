import type { IMutatingAdmissionPolicy } from "kubernetes-models/admissionregistration.k8s.io/v1/MutatingAdmissionPolicy";
import type { IMutatingAdmissionPolicyBinding } from "kubernetes-models/admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding";
import type { IMutatingWebhookConfiguration } from "kubernetes-models/admissionregistration.k8s.io/v1/MutatingWebhookConfiguration";
import type { IValidatingAdmissionPolicy } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy";
import type { IValidatingAdmissionPolicyBinding } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding";
import type { IValidatingWebhookConfiguration } from "kubernetes-models/admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration";
import type { ICustomResourceDefinition } from "kubernetes-models/apiextensions.k8s.io/v1/CustomResourceDefinition";
import type { IAPIService } from "kubernetes-models/apiregistration.k8s.io/v1/APIService";
import type { IControllerRevision } from "kubernetes-models/apps/v1/ControllerRevision";
import type { IDaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IReplicaSet } from "kubernetes-models/apps/v1/ReplicaSet";
import type { IStatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import type { ICronJob } from "kubernetes-models/batch/v1/CronJob";
import type { IJob } from "kubernetes-models/batch/v1/Job";
import type { ICertificateSigningRequest } from "kubernetes-models/certificates.k8s.io/v1/CertificateSigningRequest";
import type { ILease } from "kubernetes-models/coordination.k8s.io/v1/Lease";
import type { IEndpointSlice } from "kubernetes-models/discovery.k8s.io/v1/EndpointSlice";
import type { IFlowSchema } from "kubernetes-models/flowcontrol.apiserver.k8s.io/v1/FlowSchema";
import type { IPriorityLevelConfiguration } from "kubernetes-models/flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration";
import type { IIngress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import type { IIngressClass } from "kubernetes-models/networking.k8s.io/v1/IngressClass";
import type { IIPAddress } from "kubernetes-models/networking.k8s.io/v1/IPAddress";
import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { IServiceCIDR } from "kubernetes-models/networking.k8s.io/v1/ServiceCIDR";
import type { IRuntimeClass } from "kubernetes-models/node.k8s.io/v1/RuntimeClass";
import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import type { IClusterRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole";
import type { IClusterRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding";
import type { IRole } from "kubernetes-models/rbac.authorization.k8s.io/v1/Role";
import type { IRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding";
import type { IDeviceClass } from "kubernetes-models/resource.k8s.io/v1/DeviceClass";
import type { IResourceClaim } from "kubernetes-models/resource.k8s.io/v1/ResourceClaim";
import type { IResourceClaimTemplate } from "kubernetes-models/resource.k8s.io/v1/ResourceClaimTemplate";
import type { IResourceSlice } from "kubernetes-models/resource.k8s.io/v1/ResourceSlice";
import type { IPriorityClass } from "kubernetes-models/scheduling.k8s.io/v1/PriorityClass";
import type { ICSIDriver } from "kubernetes-models/storage.k8s.io/v1/CSIDriver";
import type { ICSINode } from "kubernetes-models/storage.k8s.io/v1/CSINode";
import type { ICSIStorageCapacity } from "kubernetes-models/storage.k8s.io/v1/CSIStorageCapacity";
import type { IStorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import type { IVolumeAttachment } from "kubernetes-models/storage.k8s.io/v1/VolumeAttachment";
import type { IVolumeAttributesClass } from "kubernetes-models/storage.k8s.io/v1/VolumeAttributesClass";
import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IEndpoints } from "kubernetes-models/v1/Endpoints";
import type { IEvent } from "kubernetes-models/v1/Event";
import type { ILimitRange } from "kubernetes-models/v1/LimitRange";
import type { INamespace } from "kubernetes-models/v1/Namespace";
import type { INode } from "kubernetes-models/v1/Node";
import type { IPersistentVolume } from "kubernetes-models/v1/PersistentVolume";
import type { IPersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import type { IPod } from "kubernetes-models/v1/Pod";
import type { IPodTemplate } from "kubernetes-models/v1/PodTemplate";
import type { IReplicationController } from "kubernetes-models/v1/ReplicationController";
import type { IResourceQuota } from "kubernetes-models/v1/ResourceQuota";
import type { ISecret } from "kubernetes-models/v1/Secret";
import type { IService } from "kubernetes-models/v1/Service";
import type { IServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import type { IEvent as IEventOfEvents } from "kubernetes-models/events.k8s.io/v1/Event";

/** The kinds whose fields checks read. An object is one of them where its apiVersion is in `apiVersions`. */
export interface Kinds {
  APIService: IAPIService;
  CSIDriver: ICSIDriver;
  CSINode: ICSINode;
  CSIStorageCapacity: ICSIStorageCapacity;
  CertificateSigningRequest: ICertificateSigningRequest;
  ClusterRole: IClusterRole;
  ClusterRoleBinding: IClusterRoleBinding;
  ConfigMap: IConfigMap;
  ControllerRevision: IControllerRevision;
  CronJob: ICronJob;
  CustomResourceDefinition: ICustomResourceDefinition;
  DaemonSet: IDaemonSet;
  Deployment: IDeployment;
  DeviceClass: IDeviceClass;
  EndpointSlice: IEndpointSlice;
  Endpoints: IEndpoints;
  Event: Omit<IEvent, Differing> & Partial<Omit<IEventOfEvents, Differing>> & EventOfBoth;
  FlowSchema: IFlowSchema;
  HorizontalPodAutoscaler: IHorizontalPodAutoscaler;
  IPAddress: IIPAddress;
  Ingress: IIngress;
  IngressClass: IIngressClass;
  Job: IJob;
  Lease: ILease;
  LimitRange: ILimitRange;
  MutatingAdmissionPolicy: IMutatingAdmissionPolicy;
  MutatingAdmissionPolicyBinding: IMutatingAdmissionPolicyBinding;
  MutatingWebhookConfiguration: IMutatingWebhookConfiguration;
  Namespace: INamespace;
  NetworkPolicy: INetworkPolicy;
  Node: INode;
  PersistentVolume: IPersistentVolume;
  PersistentVolumeClaim: IPersistentVolumeClaim;
  Pod: IPod;
  PodDisruptionBudget: IPodDisruptionBudget;
  PodTemplate: IPodTemplate;
  PriorityClass: IPriorityClass;
  PriorityLevelConfiguration: IPriorityLevelConfiguration;
  ReplicaSet: IReplicaSet;
  ReplicationController: IReplicationController;
  ResourceClaim: IResourceClaim;
  ResourceClaimTemplate: IResourceClaimTemplate;
  ResourceQuota: IResourceQuota;
  ResourceSlice: IResourceSlice;
  Role: IRole;
  RoleBinding: IRoleBinding;
  RuntimeClass: IRuntimeClass;
  Secret: ISecret;
  Service: IService;
  ServiceAccount: IServiceAccount;
  ServiceCIDR: IServiceCIDR;
  StatefulSet: IStatefulSet;
  StorageClass: IStorageClass;
  ValidatingAdmissionPolicy: IValidatingAdmissionPolicy;
  ValidatingAdmissionPolicyBinding: IValidatingAdmissionPolicyBinding;
  ValidatingWebhookConfiguration: IValidatingWebhookConfiguration;
  VolumeAttachment: IVolumeAttachment;
  VolumeAttributesClass: IVolumeAttributesClass;
}

/** What the two groups that have it say in types of their own. */
type Differing = "apiVersion" | "series";
interface EventOfBoth {
  series?: { count?: number; lastObservedTime?: string };
}

export type KindName = keyof Kinds;

/**
 * The versions of each kind that Kubernetes serves and that the checks know. What an older one has, means the same in the newer.
 */
export const apiVersions: Readonly<Record<KindName, readonly string[]>> = {
  APIService: ["apiregistration.k8s.io/v1"],
  CSIDriver: ["storage.k8s.io/v1"],
  CSINode: ["storage.k8s.io/v1"],
  CSIStorageCapacity: ["storage.k8s.io/v1"],
  CertificateSigningRequest: ["certificates.k8s.io/v1"],
  ClusterRole: ["rbac.authorization.k8s.io/v1"],
  ClusterRoleBinding: ["rbac.authorization.k8s.io/v1"],
  ConfigMap: ["v1"],
  ControllerRevision: ["apps/v1"],
  CronJob: ["batch/v1"],
  CustomResourceDefinition: ["apiextensions.k8s.io/v1"],
  DaemonSet: ["apps/v1"],
  Deployment: ["apps/v1"],
  DeviceClass: ["resource.k8s.io/v1"],
  EndpointSlice: ["discovery.k8s.io/v1"],
  Endpoints: ["v1"],
  Event: ["v1", "events.k8s.io/v1"],
  FlowSchema: ["flowcontrol.apiserver.k8s.io/v1"],
  HorizontalPodAutoscaler: ["autoscaling/v2", "autoscaling/v1"],
  IPAddress: ["networking.k8s.io/v1"],
  Ingress: ["networking.k8s.io/v1"],
  IngressClass: ["networking.k8s.io/v1"],
  Job: ["batch/v1"],
  Lease: ["coordination.k8s.io/v1"],
  LimitRange: ["v1"],
  MutatingAdmissionPolicy: ["admissionregistration.k8s.io/v1"],
  MutatingAdmissionPolicyBinding: ["admissionregistration.k8s.io/v1"],
  MutatingWebhookConfiguration: ["admissionregistration.k8s.io/v1"],
  Namespace: ["v1"],
  NetworkPolicy: ["networking.k8s.io/v1"],
  Node: ["v1"],
  PersistentVolume: ["v1"],
  PersistentVolumeClaim: ["v1"],
  Pod: ["v1"],
  PodDisruptionBudget: ["policy/v1"],
  PodTemplate: ["v1"],
  PriorityClass: ["scheduling.k8s.io/v1"],
  PriorityLevelConfiguration: ["flowcontrol.apiserver.k8s.io/v1"],
  ReplicaSet: ["apps/v1"],
  ReplicationController: ["v1"],
  ResourceClaim: ["resource.k8s.io/v1"],
  ResourceClaimTemplate: ["resource.k8s.io/v1"],
  ResourceQuota: ["v1"],
  ResourceSlice: ["resource.k8s.io/v1"],
  Role: ["rbac.authorization.k8s.io/v1"],
  RoleBinding: ["rbac.authorization.k8s.io/v1"],
  RuntimeClass: ["node.k8s.io/v1"],
  Secret: ["v1"],
  Service: ["v1"],
  ServiceAccount: ["v1"],
  ServiceCIDR: ["networking.k8s.io/v1"],
  StatefulSet: ["apps/v1"],
  StorageClass: ["storage.k8s.io/v1"],
  ValidatingAdmissionPolicy: ["admissionregistration.k8s.io/v1"],
  ValidatingAdmissionPolicyBinding: ["admissionregistration.k8s.io/v1"],
  ValidatingWebhookConfiguration: ["admissionregistration.k8s.io/v1"],
  VolumeAttachment: ["storage.k8s.io/v1"],
  VolumeAttributesClass: ["storage.k8s.io/v1"],
};

/**
 * A value as somebody wrote it: of the right types, because what is not is left out before checks read it, but with
 * nothing that is sure to be there.
 */
export type LooseKind<T> = T extends readonly (infer Item)[]
  ? readonly LooseKind<NonNullable<Item>>[]
  : T extends object
    ? { readonly [Key in keyof T]?: LooseKind<NonNullable<T[Key]>> | undefined }
    : T;
