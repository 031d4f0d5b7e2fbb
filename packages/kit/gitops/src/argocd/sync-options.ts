import type { EnvironmentSync } from "../define-gitops.ts";

/**
 * `PruneLast`: a ConfigMap that got another name stays until the pods that read the old one are gone.
 * `FailOnSharedResource`: an object that another Application has is not taken away from it.
 */
const syncOptions = ["PruneLast=true", "FailOnSharedResource=true"];

/** How Argo CD syncs an environment. A sync that fails is tried again five times, in ever longer intervals. */
export function syncPolicy({ policy }: EnvironmentSync) {
  const { prune, selfHeal } = policy;
  return { ...(policy.type === "automatic" ? { automated: { prune, selfHeal } } : {}), syncOptions, retry };
}

export const retry = { limit: 5, backoff: { duration: "10s", factor: 2, maxDuration: "3m" } };

/** A project exists before the Applications that name it. */
export const projectFirst = { "argocd.argoproj.io/sync-wave": "-1" };
