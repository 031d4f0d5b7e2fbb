import { Kustomization } from "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization";
import { objectNames } from "../object-names.ts";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";
import { fluxNamespace } from "./flux-namespace.ts";
import { sourceRef } from "./source.ts";

/**
 * What follows the repository for an environment. It waits until everything that it applied is healthy. When it is
 * removed, what it deployed stays (`deletionPolicy`).
 */
export function environmentKustomization(plan: SyncPlan, environment: PlannedEnvironment): Kustomization {
  const { name, path, sync, sops } = environment;
  const { decryption = "sops-keys" } = plan.definition.flux ?? {};
  const dependsOn = [
    ...(sync.controllers ?? []),
    ...(sync.after ?? []).map((id) => objectNames(plan.definition).environment(id)),
  ].map((one) => ({ name: one }));
  return new Kustomization({
    metadata: { name, namespace: fluxNamespace(plan) },
    spec: {
      interval: "10m",
      retryInterval: "2m",
      timeout: "5m",
      path: `./${path}`,
      sourceRef: sourceRef(plan),
      prune: sync.policy.prune,
      deletionPolicy: "Orphan",
      wait: true,
      ...(sync.policy.type === "manual" ? { suspend: true } : {}),
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
      ...(sops ? { decryption: { provider: "sops", secretRef: { name: decryption } } } : {}),
    },
  });
}
