import type { ClusterSnapshot, TimedEvent } from "./live.ts";
import type { Manifest } from "./manifest.ts";
import type { ObjectAction } from "./rehearsal.ts";

/** What became of one object. */
export interface Outcome {
  /** Seconds since the start. */
  readonly at: number;
  readonly action: ObjectAction | "unchanged";
  readonly manifest: Manifest;
  /** The server's own words, where it refused. */
  readonly message?: string;
}

/** Everything that was seen of one deployment. */
export interface Recording {
  /** What was deployed before, and what it is to be. */
  readonly manifests: { readonly before: readonly Manifest[]; readonly after: readonly Manifest[] };
  /** In the order of their times. */
  readonly outcomes: readonly Outcome[];
  /** What the cluster had at the start and at the end. */
  readonly snapshots: { readonly before: ClusterSnapshot; readonly after: ClusterSnapshot };
  /** All that happened between the two. */
  readonly events: readonly TimedEvent[];
  readonly seconds: number;
}
