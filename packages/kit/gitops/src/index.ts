export { checkGitOps } from "./check-gitops.ts";
export { checkNamespaces } from "./check-namespaces.ts";
export { explainSync } from "./explain.ts";
export { explainSyncJson } from "./explain-json.ts";
export { plan } from "./plan.ts";
export type { GitOps } from "./define-gitops.ts";
export type { SyncPlan, SyncedEnvironment, SyncedPreview } from "./plan.ts";
