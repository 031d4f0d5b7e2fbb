import { keepLostValues } from "@kit/model/keep-lost";

// What authors make with it must not lose a value without a word.
keepLostValues();

// Services: objects, and what each environment changes in them.
export { defineService, fromHelper, migration, patch, untyped } from "@kit/model";
export type { Change, Delta, KubeObject, Patch, ServiceDefinition, UntypedFields, UntypedObject } from "@kit/model";
export { configEnv, configMap } from "@kit/model";
export type { KnownConfigMap } from "@kit/model";
export { releaseLabel, releaseLabels, standardLabels, versionLabel } from "@kit/model";

// Kinds of custom resources, in what `pnpm crds add` writes.
export { customKind, workload } from "@kit/model";
export type { CustomKind, CustomObject, DeclaredWorkload, ObjectMetadata } from "@kit/model";

// What others publish: charts, install files, Kustomize directories.
export { defineVendor } from "@kit/model";
export type { Vendored, VendoredObjects } from "@kit/model";

// Environments and systems.
export { defineCluster, defineEnvironment, defineSystem, environmentSchema } from "@kit/model";
export { boolean, integer, labelValue, number, oneOf, publicUrl, quantity, text, url } from "@kit/model";
export { listOf, nested, optional, perService, record } from "@kit/model";
export type { Cluster, Environment, EnvironmentOf, SystemDefinition } from "@kit/model";

// Environments per pull request.
export { definePreview, previewNamespace } from "@kit/model";
export type { PreviewRequest } from "@kit/model";

// How a service is reached, and what production asks of its pods.
export { disruptionBudget, expose, exposure, isAsProduction, networkPolicy } from "@kit/model";
export { protectInProduction, spreadOverNodes } from "@kit/model";
export { probes, restrictedContainer, restrictedNamespace, restrictedPod } from "@kit/model";
export type { Destination, Exposure, Pods, ProbeHandler, Traffic, Workload } from "@kit/model";

// Secrets, by contract.
export { defineSecret, publicValue, secretEnv, tlsSecret } from "@kit/model";
export { anyText, exactLength, minLength, pem, postgresUrl, startsWith } from "@kit/model";
export { externalSecrets, sealedSecret, secretsByHand, sopsFile } from "@kit/model";
export type { SecretContract, SecretSource, SecretValue } from "@kit/model";

// How the checks judge: policies and rule packs.
export { definePolicy } from "@kit/check/policy";
export {
  annotationStandard,
  boundedResources,
  forbiddenMetadata,
  guaranteedMemory,
  labelStandard,
  localImagesOnly,
  nonRootUsers,
  prefixedNames,
} from "@kit/check/policy";
export { probed, replicated, versionFromTag, withinCapacity } from "@kit/check/policy";
export type { Pack } from "@kit/check/policy";
export type { Policy } from "@kit/model";

// How Argo CD or Flux follows the repository.
export { automaticSync, defineGitOps, manualSync } from "@kit/gitops/define";
export type { GitOps, SyncPolicy } from "@kit/gitops/define";
