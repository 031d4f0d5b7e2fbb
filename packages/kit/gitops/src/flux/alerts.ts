import { Alert } from "@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Alert";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";
import { fluxNamespace } from "./flux-namespace.ts";

/** Whom Flux tells of a cluster's environments. The Providers exist already: they know a Secret each. */
export function alerts(plan: SyncPlan, environments: readonly PlannedEnvironment[]): Alert[] {
  return (plan.definition.notifications ?? []).flatMap(({ on, flux }) =>
    flux === undefined
      ? []
      : [
          new Alert({
            metadata: { name: `${plan.root}-${on}-${flux.provider}`, namespace: fluxNamespace(plan) },
            spec: {
              providerRef: { name: flux.provider },
              eventSeverity: on === "failure" ? "error" : "info",
              eventSources: environments.map(({ name }) => ({ kind: "Kustomization" as const, name })),
            },
          }),
        ],
  );
}
