import type { SourceObject } from "./source-object.ts";

export type SyncEngine = "argocd" | "flux";

/** How Argo CD or Flux follows an environment: what `packages/gitops` says, and the objects made of it. */
export interface Delivery {
  readonly engines: readonly SyncEngine[];
  /** What is synced: what is committed as rendered, or the overlay, which the engine builds itself. */
  readonly sync: "rendered" | "overlay";
  /** Whether a sync removes what is no longer there. */
  readonly prune: boolean;
  /** The Git repository that is synced. */
  readonly repository: string;
  /** Where this repository is in the Git repository; empty: it is its root. */
  readonly directory: string;
  /** The objects that sync it, from generated/gitops: Application or ApplicationSet, AppProject, Kustomization. */
  readonly objects: readonly SourceObject[];
  /** The folders that the repository has, by their paths from its root, which is `""`. */
  readonly folders: ReadonlySet<string>;
}
