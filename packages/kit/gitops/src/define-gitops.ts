import type * as v from "valibot";
import type { gitopsSchema } from "./schema.ts";

/** What is synced from where to where. */
export type GitOps = v.InferOutput<typeof gitopsSchema>;
export type EnvironmentSync = GitOps["environments"][string];
export type SyncPolicy = EnvironmentSync["policy"];
export type SyncWindow = SyncPolicy["windows"][number];
export type PullRequests = NonNullable<EnvironmentSync["pullRequests"]>;
export type Previews = NonNullable<NonNullable<GitOps["argocd"]>["previews"]>;

/** Defines how Argo CD or Flux follows this repository: the default export of `packages/gitops`. */
export function defineGitOps(definition: GitOps): GitOps {
  return definition;
}

/**
 * Each commit is synced by itself.
 *
 * @param options.prune What is no longer rendered is removed from the cluster. Default: true.
 * @param options.selfHeal What is changed by hand in the cluster is changed back. Default: true. Flux always does.
 * @param options.windows When Argo CD may sync. Default: always. Flux has none.
 */
export function automaticSync({
  prune = true,
  selfHeal = true,
  windows = [],
}: { prune?: boolean; selfHeal?: boolean; windows?: SyncWindow[] } = {}): SyncPolicy {
  return { type: "automatic", prune, selfHeal, windows };
}

/**
 * Somebody starts each sync. With Flux the Kustomization is suspended until a person resumes it.
 *
 * @param options.prune Whether a sync removes what is no longer rendered. Default: true.
 * @param options.windows When Argo CD may sync. Default: always.
 */
export function manualSync({
  prune = true,
  windows = [],
}: { prune?: boolean; windows?: SyncWindow[] } = {}): SyncPolicy {
  return { type: "manual", prune, selfHeal: false, windows };
}
