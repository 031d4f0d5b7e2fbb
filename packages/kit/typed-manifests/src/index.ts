// Services: objects, and what each environment changes in them.
export { defineService, fromHelper, migration, patch } from "@kit/model";
export type { Change, Delta, KubeObject, Patch, ServiceDefinition } from "@kit/model";
export { releaseLabel, releaseLabels, standardLabels, versionLabel } from "@kit/model";

// Environments and systems.
export { defineCluster, defineEnvironment, defineSystem, environmentSchema } from "@kit/model";
export { integer, labelValue, listOf, oneOf, perService, publicUrl, quantity, url } from "@kit/model";
export type { Cluster, Environment, EnvironmentOf, SystemDefinition } from "@kit/model";

// How a service is reached, and what production asks of its pods.
export { allowTraffic, disruptionBudget, expose, exposure, harden, hardenedPod } from "@kit/model";
export { restrictedNamespace, spreadOverNodes } from "@kit/model";
export type { Destination, Exposure, Pods, Traffic } from "@kit/model";

// Secrets, by contract.
export { defineSecret, publicValue, secretEnv, tlsSecret } from "@kit/model";
export { anyText, atLeast, exactly, pem, postgresUrl, startsWith } from "@kit/model";
export { byHand, externalSecrets, sealedSecret, sopsFile } from "@kit/model";
export type { SecretContract, SecretSource, SecretValue } from "@kit/model";

// How the checks judge.
export { defineChecks } from "@kit/check/policy";
export type { CheckPolicy } from "@kit/model";

// How Argo CD or Flux follows the repository.
export { automatic, defineGitOps, manual } from "@kit/gitops/define";
export type { GitOps, SyncPolicy } from "@kit/gitops/define";
