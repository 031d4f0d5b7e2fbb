/** What follows an environment and brings its cluster to it: an Application of Argo CD, or a Kustomization of Flux. */
export interface Syncer {
  readonly engine: "Argo CD" | "Flux";
  /** As people name it: `Application manifests-prod`. */
  readonly name: string;
  /** The cluster that it deploys to, as the engine knows it. */
  readonly destination: string;
  /** Whether it deletes what is not rendered any more. */
  readonly prunes: boolean;
  /** Whether somebody has to start each sync. */
  readonly isManual: boolean;
  /** Whether what it has deployed is deleted with it. */
  readonly cascades: boolean;
  /** Whether it stays when the environment leaves the repository, as those of an ApplicationSet do. */
  readonly outlives: boolean;
  /** Whether it refuses objects that another one has deployed. */
  readonly refusesShared: boolean;
  /** The kinds that it may delete, as a project of Argo CD lists them; undefined where it may delete all. */
  readonly allowed: AllowedObjects | undefined;
}

/** What a project allows: outside of namespaces, and in them. */
export interface AllowedObjects {
  readonly ofCluster: readonly AllowedKind[];
  readonly inNamespaces: readonly AllowedKind[];
}

interface AllowedKind {
  /** `*` is any. */
  readonly group: string;
  readonly kind: string;
  /** Undefined is any. */
  readonly name: string | undefined;
}

/** What syncs an environment before and after a change; none where nobody says it. */
export interface Syncers {
  readonly before: readonly Syncer[];
  readonly after: readonly Syncer[];
}
