import type { SyncPlan } from "../plan.ts";

/** Where Flux runs, and so where its objects are. */
export function fluxNamespace({ definition }: SyncPlan): string {
  return definition.flux?.namespace ?? "flux-system";
}
