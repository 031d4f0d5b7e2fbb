import type { SyncPlan } from "../plan.ts";

/** Where Argo CD runs, and so where its objects are. */
export function namespaceOf({ definition }: SyncPlan): string {
  return definition.argocd?.namespace ?? "argocd";
}
