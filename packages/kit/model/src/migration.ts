import type { Job } from "kubernetes-models/batch/v1/Job";

/**
 * A Job that brings a service's data up to date before the new version of it starts, in every sync anew.
 *
 * In Argo CD it is a hook of the phase Sync, in a wave before the workloads of its app: those of its namespace whose pods
 * have the same label `app.kubernetes.io/name`, or `app`, as the Job itself. Not of the phase PreSync, which is over before
 * the ConfigMaps and Secrets of the same sync are there. Flux runs it anew when it has changed. docs/order.md says more.
 *
 * Its pods should not have the labels that a Service of the app selects.
 *
 * @returns A copy. What it says itself of hooks stays; its label `app.kubernetes.io/component` is how it is recognised.
 */
export function migration(job: Job): Job {
  const { metadata, ...rest } = job.toJSON() as ConstructorParameters<typeof Job>[0] & {};
  // The class that made it: the author's own, which is loaded.
  return new (job.constructor as typeof Job)({
    ...rest,
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, "app.kubernetes.io/component": "migration" },
      annotations: {
        "argocd.argoproj.io/hook": "Sync",
        // The last run stays to be looked at until the next one begins.
        "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
        // A Job's template cannot change, so Flux has to make it anew.
        "kustomize.toolkit.fluxcd.io/force": "enabled",
        ...metadata?.annotations,
      },
    },
  });
}
