import { activeDeadline } from "./active-deadline.ts";
import { admissionPolicy } from "./admission-policy.ts";
import { admissionPolicyBinding } from "./admission-policy-binding.ts";
import { annotationSyntax } from "./annotation-syntax.ts";
import { apiService } from "./api-service.ts";
import { apiVersionServed } from "./api-version-served.ts";
import { apparmorProfile } from "./apparmor-profile.ts";
import { autoscalerBehavior } from "./autoscaler-behavior.ts";
import { autoscalerBounds } from "./autoscaler-bounds.ts";
import { autoscalerMetric } from "./autoscaler-metric.ts";
import { certificateRequest } from "./certificate-request.ts";
import { configKey } from "./config-key.ts";
import { configSize } from "./config-size.ts";
import { containerImage } from "./container-image.ts";
import { containerMissing } from "./container-missing.ts";
import { containerName } from "./container-name.ts";
import { containerPort } from "./container-port.ts";
import { containerRestartPolicy } from "./container-restart-policy.ts";
import { controllerRevision } from "./controller-revision.ts";
import { cronSchedule } from "./cron-schedule.ts";
import { csiDriver } from "./csi-driver.ts";
import { csiNode } from "./csi-node.ts";
import { csiStorageCapacity } from "./csi-storage-capacity.ts";
import { customResourceDefinition } from "./custom-resource-definition.ts";
import { definitionConversion } from "./definition-conversion.ts";
import { definitionSchema } from "./definition-schema.ts";
import { deviceClaim } from "./device-claim.ts";
import { deviceClass } from "./device-class.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import { duplicateListKey } from "./duplicate-list-key.ts";
import { endpointSlice } from "./endpoint-slice.ts";
import { endpoints } from "./endpoints.ts";
import { envName } from "./env-name.ts";
import { envReference } from "./env-reference.ts";
import { envSource } from "./env-source.ts";
import { ephemeralContainer } from "./ephemeral-container.ts";
import { ephemeralVolume } from "./ephemeral-volume.ts";
import { event } from "./event.ts";
import { fieldEnum } from "./field-enum.ts";
import { fieldPath } from "./field-path.ts";
import { fieldRequired } from "./field-required.ts";
import { fieldType } from "./field-type.ts";
import { fieldValue } from "./field-value.ts";
import { finalizer } from "./finalizer.ts";
import { flowSchema } from "./flow-schema.ts";
import { hostAlias } from "./host-alias.ts";
import { hostNamespace } from "./host-namespace.ts";
import { hostPort } from "./host-port.ts";
import { ingressBackend } from "./ingress-backend.ts";
import { ingressClass } from "./ingress-class.ts";
import { ingressPath } from "./ingress-path.ts";
import { ingressRule } from "./ingress-rule.ts";
import { initContainer } from "./init-container.ts";
import { ipAddress } from "./ip-address.ts";
import { jobBounds } from "./job-bounds.ts";
import { jobCompletion } from "./job-completion.ts";
import { jobFailurePolicy } from "./job-failure-policy.ts";
import { jobSelector } from "./job-selector.ts";
import { jobSuccessPolicy } from "./job-success-policy.ts";
import { labelSelector } from "./label-selector.ts";
import { labelSyntax } from "./label-syntax.ts";
import { lease } from "./lease.ts";
import { limitRange } from "./limit-range.ts";
import { manifestSyntax } from "./manifest-syntax.ts";
import { namespaceLabel } from "./namespace-label.ts";
import { networkPolicyPeer } from "./network-policy-peer.ts";
import { networkPolicyPort } from "./network-policy-port.ts";
import { node } from "./node.ts";
import { nodeAffinity } from "./node-affinity.ts";
import { objectName } from "./object-name.ts";
import { objectNamespace } from "./object-namespace.ts";
import { ownerReference } from "./owner-reference.ts";
import { persistentVolume } from "./persistent-volume.ts";
import { podAffinity } from "./pod-affinity.ts";
import { podAnnotation } from "./pod-annotation.ts";
import { podDns } from "./pod-dns.ts";
import { podHostname } from "./pod-hostname.ts";
import { podOs } from "./pod-os.ts";
import { podPriority } from "./pod-priority.ts";
import { podReference } from "./pod-reference.ts";
import { podResources } from "./pod-resources.ts";
import { priorityClass } from "./priority-class.ts";
import { priorityLevel } from "./priority-level.ts";
import { probeAction } from "./probe-action.ts";
import { probeBounds } from "./probe-bounds.ts";
import { probeHandler } from "./probe-handler.ts";
import { projectedVolume } from "./projected-volume.ts";
import { resizePolicy } from "./resize-policy.ts";
import { resourceClaim } from "./resource-claim.ts";
import { resourceLimit } from "./resource-limit.ts";
import { resourceName } from "./resource-name.ts";
import { resourceQuantity } from "./resource-quantity.ts";
import { resourceQuota } from "./resource-quota.ts";
import { resourceSlice } from "./resource-slice.ts";
import { roleBinding } from "./role-binding.ts";
import { roleRule } from "./role-rule.ts";
import { rolloutStrategy } from "./rollout-strategy.ts";
import { runtimeClass } from "./runtime-class.ts";
import { seccompProfile } from "./seccomp-profile.ts";
import { secretType } from "./secret-type.ts";
import { securityContext } from "./security-context.ts";
import { serverMetadata } from "./server-metadata.ts";
import { serviceAddress } from "./service-address.ts";
import { serviceCidr } from "./service-cidr.ts";
import { serviceClusterIp } from "./service-cluster-ip.ts";
import { serviceNodePort } from "./service-node-port.ts";
import { servicePort } from "./service-port.ts";
import { serviceTraffic } from "./service-traffic.ts";
import { serviceType } from "./service-type.ts";
import { statefulSet } from "./stateful-set.ts";
import { storageClass } from "./storage-class.ts";
import { sysctl } from "./sysctl.ts";
import { toleration } from "./toleration.ts";
import { topologySpread } from "./topology-spread.ts";
import { unknownField } from "./unknown-field.ts";
import { userId } from "./user-id.ts";
import { volumeAttachment } from "./volume-attachment.ts";
import { volumeAttributesClass } from "./volume-attributes-class.ts";
import { volumeClaim } from "./volume-claim.ts";
import { volumeDevice } from "./volume-device.ts";
import { volumeField } from "./volume-field.ts";
import { volumeFile } from "./volume-file.ts";
import { volumeMount } from "./volume-mount.ts";
import { volumeName } from "./volume-name.ts";
import { volumeSource } from "./volume-source.ts";
import { webhookConfiguration } from "./webhook-configuration.ts";
import { windowsOptions } from "./windows-options.ts";
import { workloadBounds } from "./workload-bounds.ts";
import { workloadRestartPolicy } from "./workload-restart-policy.ts";
import { workloadSelector } from "./workload-selector.ts";

/** What the API server would refuse, and nothing else. */
export const apiValidity = [
  activeDeadline,
  admissionPolicy,
  admissionPolicyBinding,
  annotationSyntax,
  apiService,
  apiVersionServed,
  apparmorProfile,
  autoscalerBehavior,
  autoscalerBounds,
  autoscalerMetric,
  certificateRequest,
  configKey,
  configSize,
  containerImage,
  containerMissing,
  containerName,
  containerPort,
  containerRestartPolicy,
  controllerRevision,
  cronSchedule,
  csiDriver,
  csiNode,
  csiStorageCapacity,
  customResourceDefinition,
  definitionConversion,
  definitionSchema,
  deviceClaim,
  deviceClass,
  disruptionBudget,
  duplicateListKey,
  endpointSlice,
  endpoints,
  envName,
  envReference,
  envSource,
  ephemeralContainer,
  ephemeralVolume,
  event,
  fieldEnum,
  fieldPath,
  fieldRequired,
  fieldType,
  fieldValue,
  finalizer,
  flowSchema,
  hostAlias,
  hostNamespace,
  hostPort,
  ingressBackend,
  ingressClass,
  ingressPath,
  ingressRule,
  initContainer,
  ipAddress,
  jobBounds,
  jobCompletion,
  jobFailurePolicy,
  jobSelector,
  jobSuccessPolicy,
  labelSelector,
  labelSyntax,
  lease,
  limitRange,
  manifestSyntax,
  namespaceLabel,
  networkPolicyPeer,
  networkPolicyPort,
  node,
  nodeAffinity,
  objectName,
  objectNamespace,
  ownerReference,
  persistentVolume,
  podAffinity,
  podAnnotation,
  podDns,
  podHostname,
  podOs,
  podPriority,
  podReference,
  podResources,
  priorityClass,
  priorityLevel,
  probeAction,
  probeBounds,
  probeHandler,
  projectedVolume,
  resizePolicy,
  resourceClaim,
  resourceLimit,
  resourceName,
  resourceQuantity,
  resourceQuota,
  resourceSlice,
  roleBinding,
  roleRule,
  rolloutStrategy,
  runtimeClass,
  seccompProfile,
  secretType,
  securityContext,
  serverMetadata,
  serviceAddress,
  serviceCidr,
  serviceClusterIp,
  serviceNodePort,
  servicePort,
  serviceTraffic,
  serviceType,
  statefulSet,
  storageClass,
  sysctl,
  toleration,
  topologySpread,
  unknownField,
  userId,
  volumeAttachment,
  volumeAttributesClass,
  volumeClaim,
  volumeDevice,
  volumeField,
  volumeFile,
  volumeMount,
  volumeName,
  volumeSource,
  webhookConfiguration,
  windowsOptions,
  workloadBounds,
  workloadRestartPolicy,
  workloadSelector,
] as const;
