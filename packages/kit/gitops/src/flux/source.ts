import { GitRepository } from "@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository";
import { OCIRepository } from "@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/OCIRepository";
import { tagOf } from "../object-names.ts";
import type { SyncPlan } from "../plan.ts";
import { fluxNamespace } from "./flux-namespace.ts";

/** Where Flux fetches from: the Git repository, or the OCI artifact that CI pushes of it. */
export function fluxSource(plan: SyncPlan): GitRepository | OCIRepository {
  const { oci } = plan.definition.flux ?? {};
  if (oci === undefined) return gitSource(plan);
  return new OCIRepository({
    metadata: { name: plan.root, namespace: fluxNamespace(plan) },
    spec: { interval: "1m", url: oci.url, ref: { tag: tagOf(plan.definition) }, ...secretRef(oci.secret) },
  });
}

/** The Git repository itself: image automation commits to it, whatever is synced. */
export function gitSource(plan: SyncPlan): GitRepository {
  const { repository, branch, flux } = plan.definition;
  return new GitRepository({
    metadata: { name: plan.root, namespace: fluxNamespace(plan) },
    spec: { interval: "1m", url: repository, ref: { branch }, ...secretRef(flux?.secret) },
  });
}

export function sourceRef(plan: SyncPlan) {
  const kind = plan.definition.flux?.oci === undefined ? "GitRepository" : "OCIRepository";
  return { kind, name: plan.root } as const;
}

function secretRef(name: string | undefined) {
  return name === undefined ? {} : { secretRef: { name } };
}
