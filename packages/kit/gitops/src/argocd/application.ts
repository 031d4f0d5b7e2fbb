import { Application } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";
import { applicationAnnotations } from "./annotations.ts";
import { ignoredDifferences } from "./ignored-differences.ts";
import { namespaceOf } from "./namespace-of.ts";
import { syncPolicy } from "./sync-options.ts";

/**
 * What follows the repository for an environment. It has no finalizer: when it is removed, what it deployed stays.
 */
export function environmentApplication(plan: SyncPlan, environment: PlannedEnvironment): Application {
  const { name, sync } = environment;
  const ignoreDifferences = ignoredDifferences(environment.objects).map((one) => ({
    ...one,
    jqPathExpressions: [...one.jqPathExpressions],
  }));
  return new Application({
    metadata: { name, namespace: namespaceOf(plan), annotations: applicationAnnotations(plan, environment) },
    spec: {
      project: name,
      source: sourceOf(plan, environment.path),
      destination: { name: sync.destination, namespace: environment.namespace },
      syncPolicy: syncPolicy(sync),
      ...(ignoreDifferences.length === 0 ? {} : { ignoreDifferences }),
    },
  });
}

export function sourceOf({ definition: { repository, branch } }: SyncPlan, path: string) {
  return { repoURL: repository, targetRevision: branch, path };
}
