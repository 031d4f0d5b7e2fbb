/** What a sync did, as the engine prints it. */
export interface SyncReport {
  /** The commit's id. */
  readonly revision: string;
  readonly before: ClusterState;
  readonly operation: {
    readonly phase: "Succeeded" | "Failed" | "Error";
    /** The engine's own words. */
    readonly message: string;
    /** In the order in which they were applied. */
    readonly results: readonly ObjectSync[];
  };
  /** Where the sync succeeded: once all is healthy, or the time is up. */
  readonly after: ClusterState;
}

/** How a cluster compares with a commit. */
interface ClusterState {
  /** The worst of the objects. */
  readonly health: Health;
  /** By group, kind, namespace and name. */
  readonly objects: readonly ObjectState[];
}

export interface ObjectName {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty where the kind has none. */
  readonly namespace: string;
  readonly name: string;
}

interface ObjectState extends ObjectName {
  /** Else to be created, to be changed, to be pruned. */
  readonly sync: "Synced" | "Missing" | "Modified" | "Extra";
  /** Empty for a kind whose health the engine does not know. */
  readonly health: Health | "";
  readonly message: string;
}

/** What became of one object. */
interface ObjectSync extends ObjectName {
  /** Empty for a hook that has run. */
  readonly status: "Synced" | "SyncFailed" | "Pruned" | "PruneSkipped" | "";
  readonly message: string;
  /** Empty where it is not a hook. */
  readonly hook: "PreSync" | "Sync" | "PostSync" | "SyncFail" | "";
  /** `Running` for an object whose health the sync did not have to wait for. */
  readonly phase: "Running" | "Succeeded" | "Failed" | "Error" | "";
  readonly syncPhase: "PreSync" | "Sync" | "PostSync" | "SyncFail";
}

type Health = "Healthy" | "Suspended" | "Progressing" | "Missing" | "Degraded" | "Unknown";
