import { keepLostValues } from "./keep-lost.ts";

keepLostValues();

export { callOf } from "./call.ts";
export { isAsProduction } from "./as-production.ts";
export { checkEnvironment } from "./check-environment.ts";
export { customKind } from "./custom-kind.ts";
export { isDeclaredWorkload, workload } from "./declared-workload.ts";
export type { DeclaredWorkload } from "./declared-workload.ts";
export { defineCluster } from "./cluster.ts";
export { configEnv, configMap } from "./config.ts";
export { disruptionBudget } from "./disruption-budget.ts";
export { defineEnvironment } from "./environment.ts";
export {
  environmentSchema,
  listOf,
  namedServices,
  nested,
  optional,
  perService,
  record,
} from "./environment-schema.ts";
export { expose, exposure } from "./exposure.ts";
export { fromHelper } from "./from-helper.ts";
export { fullName, isLatest, labelFault, parseImage, repositoryOf } from "./image-reference.ts";
export { describeObject, isKubeObject } from "./kube-object.ts";
export type { Labels } from "./labels.ts";
export { releaseLabel, releaseLabels, standardLabels, versionLabel } from "./labels.ts";
export { migration } from "./migration.ts";
export { isPatch, patch } from "./patch.ts";
export { previewNamespace, restrictedContainer, restrictedNamespace, restrictedPod } from "./pod-security.ts";
export { isPolicy, policyMark } from "./policy.ts";
export { definePreview, previewFor } from "./define-preview.ts";
export { requestOf, sampleRequest, triedRequests } from "./preview.ts";
export { probes } from "./probes.ts";
export { protectInProduction } from "./protect-in-production.ts";
export { publicValue } from "./public-value.ts";
export { defineSecret, secretEnv, tlsSecret, tlsSecretName, variableOf } from "./secret.ts";
export {
  externalParts,
  externalSecrets,
  sealedSecret,
  secretsByHand,
  secretSourceOf,
  sopsFile,
} from "./secret-source.ts";
export { anyText, exactLength, minLength, pem, postgresUrl, startsWith } from "./secret-value.ts";
export { secretVariables } from "./secret-variables.ts";
export { defineService } from "./service.ts";
export { spreadOverNodes } from "./spread.ts";
export { defineSystem } from "./system.ts";
export { networkPolicy } from "./traffic.ts";
export { podsOfWorkload, trafficOf } from "./traffic-of.ts";
export { untyped } from "./untyped.ts";
export { boolean, integer, labelValue, number, oneOf, publicUrl, quantity, text, url } from "./values.ts";
export { defineVendor, vendoredObjects } from "./vendor.ts";
export type { Vendored, VendoredChart, VendoredObjects } from "./vendor.ts";
export type { CustomKind, CustomObject, ObjectMetadata } from "./custom-kind.ts";
export type { Cluster } from "./cluster.ts";
export type { KnownConfigMap } from "./config.ts";
export type { Environment } from "./environment.ts";
export type { EnvironmentOf, EnvironmentSchema } from "./environment-schema.ts";
export type { Exposure } from "./exposure.ts";
export type { ImageReference, ImageVersion, LabelFault } from "./image-reference.ts";
export type { KubeObject } from "./kube-object.ts";
export type { UntypedFields, UntypedObject } from "./untyped.ts";
export type { Delta } from "./delta.ts";
export type { Patch } from "./patch.ts";
export type { Preview, PreviewRequest } from "./preview.ts";
export type { Policy } from "./policy.ts";
export type { ProbeHandler } from "./probes.ts";
export type { SecretContract, SecretKey } from "./secret.ts";
export type { ExternalSecrets, Sealed, SecretSource, SopsFile } from "./secret-source.ts";
export type { SecretReader } from "./secret-reader.ts";
export type { SecretValue } from "./secret-value.ts";
export type { SecretTarget, SecretVariable } from "./secret-variables.ts";
export type { Pods } from "./pods.ts";
export type { Change, ServiceDefinition } from "./service.ts";
export type { SystemDefinition } from "./system.ts";
export type { PodsOfWorkload, TrafficOf } from "./traffic-of.ts";
export type { Destination } from "./destination.ts";
export type { Traffic } from "./traffic.ts";
export type { Workload } from "./workload.ts";
