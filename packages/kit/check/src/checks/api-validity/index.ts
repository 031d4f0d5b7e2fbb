import { activeDeadline } from "./active-deadline.ts";
import { annotationSyntax } from "./annotation-syntax.ts";
import { apiVersionServed } from "./api-version-served.ts";
import { apparmorProfile } from "./apparmor-profile.ts";
import { autoscalerBehavior } from "./autoscaler-behavior.ts";
import { autoscalerBounds } from "./autoscaler-bounds.ts";
import { autoscalerMetric } from "./autoscaler-metric.ts";
import { configKey } from "./config-key.ts";
import { configSize } from "./config-size.ts";
import { containerImage } from "./container-image.ts";
import { containerMissing } from "./container-missing.ts";
import { containerName } from "./container-name.ts";
import { containerPort } from "./container-port.ts";
import { containerRestartPolicy } from "./container-restart-policy.ts";
import { cronSchedule } from "./cron-schedule.ts";
import { customResourceDefinition } from "./custom-resource-definition.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import { duplicateListKey } from "./duplicate-list-key.ts";
import { envName } from "./env-name.ts";
import { envReference } from "./env-reference.ts";
import { envSource } from "./env-source.ts";
import { ephemeralContainer } from "./ephemeral-container.ts";
import { ephemeralVolume } from "./ephemeral-volume.ts";
import { fieldEnum } from "./field-enum.ts";
import { fieldPath } from "./field-path.ts";
import { fieldRequired } from "./field-required.ts";
import { fieldType } from "./field-type.ts";
import { fieldValue } from "./field-value.ts";
import { finalizer } from "./finalizer.ts";
import { hostAlias } from "./host-alias.ts";
import { hostNamespace } from "./host-namespace.ts";
import { hostPort } from "./host-port.ts";
import { ingressBackend } from "./ingress-backend.ts";
import { ingressClass } from "./ingress-class.ts";
import { ingressPath } from "./ingress-path.ts";
import { ingressRule } from "./ingress-rule.ts";
import { initContainer } from "./init-container.ts";
import { jobBounds } from "./job-bounds.ts";
import { jobCompletion } from "./job-completion.ts";
import { jobFailurePolicy } from "./job-failure-policy.ts";
import { jobSelector } from "./job-selector.ts";
import { jobSuccessPolicy } from "./job-success-policy.ts";
import { labelSelector } from "./label-selector.ts";
import { labelSyntax } from "./label-syntax.ts";
import { limitRange } from "./limit-range.ts";
import { manifestSyntax } from "./manifest-syntax.ts";
import { namespaceLabel } from "./namespace-label.ts";
import { networkPolicyPeer } from "./network-policy-peer.ts";
import { networkPolicyPort } from "./network-policy-port.ts";
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
import { roleBinding } from "./role-binding.ts";
import { roleRule } from "./role-rule.ts";
import { rolloutStrategy } from "./rollout-strategy.ts";
import { seccompProfile } from "./seccomp-profile.ts";
import { secretType } from "./secret-type.ts";
import { securityContext } from "./security-context.ts";
import { serverMetadata } from "./server-metadata.ts";
import { serviceAddress } from "./service-address.ts";
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
import { volumeClaim } from "./volume-claim.ts";
import { volumeDevice } from "./volume-device.ts";
import { volumeField } from "./volume-field.ts";
import { volumeFile } from "./volume-file.ts";
import { volumeMount } from "./volume-mount.ts";
import { volumeName } from "./volume-name.ts";
import { volumeSource } from "./volume-source.ts";
import { windowsOptions } from "./windows-options.ts";
import { workloadBounds } from "./workload-bounds.ts";
import { workloadRestartPolicy } from "./workload-restart-policy.ts";
import { workloadSelector } from "./workload-selector.ts";

/** What the API server would refuse, and nothing else. */
export const apiValidity = [
  activeDeadline,
  annotationSyntax,
  apiVersionServed,
  apparmorProfile,
  autoscalerBehavior,
  autoscalerBounds,
  autoscalerMetric,
  configKey,
  configSize,
  containerImage,
  containerMissing,
  containerName,
  containerPort,
  containerRestartPolicy,
  cronSchedule,
  customResourceDefinition,
  disruptionBudget,
  duplicateListKey,
  envName,
  envReference,
  envSource,
  ephemeralContainer,
  ephemeralVolume,
  fieldEnum,
  fieldPath,
  fieldRequired,
  fieldType,
  fieldValue,
  finalizer,
  hostAlias,
  hostNamespace,
  hostPort,
  ingressBackend,
  ingressClass,
  ingressPath,
  ingressRule,
  initContainer,
  jobBounds,
  jobCompletion,
  jobFailurePolicy,
  jobSelector,
  jobSuccessPolicy,
  labelSelector,
  labelSyntax,
  limitRange,
  manifestSyntax,
  namespaceLabel,
  networkPolicyPeer,
  networkPolicyPort,
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
  roleBinding,
  roleRule,
  rolloutStrategy,
  seccompProfile,
  secretType,
  securityContext,
  serverMetadata,
  serviceAddress,
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
  volumeClaim,
  volumeDevice,
  volumeField,
  volumeFile,
  volumeMount,
  volumeName,
  volumeSource,
  windowsOptions,
  workloadBounds,
  workloadRestartPolicy,
  workloadSelector,
] as const;
