import type { Expectation } from "./expectation.ts";
import type { ServiceEndpoints } from "./endpoints.ts";

/** What deploying an environment over what runs does, and rolling it back. */
export interface Rehearsal {
  readonly environment: string;
  /** What is deployed first, as the command was told or found it. */
  readonly ref: string;
  /** How many objects the ref has; where it has none, all is new, and there is nothing to roll back to. */
  readonly objects: number;
  /** What is already wrong with what the ref has. It says nothing about the change. */
  readonly before: readonly RehearsalFinding[];
  readonly sync: RehearsalPhase;
  readonly rollback: RehearsalPhase | undefined;
}

/** One deployment, from its first request until nothing more happens. */
export interface RehearsalPhase {
  readonly seconds: number;
  readonly timeline: readonly TimelineEntry[];
  /** How many objects were sent and did not change. */
  readonly unchanged: number;
  readonly services: readonly ServiceEndpoints[];
  readonly configMaps: readonly ConfigRoll[];
  /** What the models say of it, and whether it was so. */
  readonly expectations: readonly Expectation[];
  readonly findings: readonly RehearsalFinding[];
}

export interface TimelineEntry {
  /** Seconds since the start. */
  readonly at: number;
  /** `ready`: all pods are new and available. `down` and `up`: the last ready endpoint went, the first came. */
  readonly what: ObjectAction | "ready" | "down" | "up";
  /** `Deployment default/backend`; of one of several ports `Service default/backend port http`. */
  readonly object: string;
}

/**
 * What became of an object. `kept`: it is not wanted any more, and an annotation forbids to prune it. `held`: a sync wave
 * before its own did not get ready.
 */
export type ObjectAction = "created" | "changed" | "replaced" | "pruned" | "kept" | "held" | "refused";

/** A ConfigMap that changed, and whether the pods that read it were made anew. */
export interface ConfigRoll {
  readonly configMap: string;
  readonly keys: readonly string[];
  readonly rolled: readonly string[];
  readonly notRolled: readonly string[];
}

export interface RehearsalFinding {
  /** `hurts`: better not deployed so. `note`: worth knowing. */
  readonly severity: "hurts" | "note";
  readonly code: FindingCode;
  /** `Deployment default/backend`. */
  readonly object: string;
  /** The object's file, where it has one. */
  readonly where?: string;
  readonly message: string;
}

type FindingCode =
  | "claim-grows"
  | "config-not-rolled"
  | "downtime"
  | "held"
  | "no-endpoints"
  | "not-ready"
  | "pending"
  | "prune"
  | "reference-missing"
  | "refused"
  | "stand-in"
  | "waits";

/** Whether it is better not deployed, or could not be taken back. */
export function hurts({ sync, rollback }: Rehearsal): boolean {
  return phaseHurts(sync) || (rollback !== undefined && phaseHurts(rollback));
}

export function phaseHurts({ findings }: RehearsalPhase): boolean {
  return findings.some(({ severity }) => severity === "hurts");
}
