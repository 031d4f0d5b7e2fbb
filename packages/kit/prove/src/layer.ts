import type { Json, JsonObject } from "@kit/kube";

/** A kustomization that people wrote, which an environment's overlay is or is built from. */
export interface Layer {
  /** Its file, from the repository's root: `overlays/prod/kustomization.yaml`. */
  readonly file: string;
  readonly content: JsonObject;
  /**
   * The documents of what it names by its path, or has in place as text: by that path or text as it is written there.
   * Undefined where nobody can tell them, as of another repository's.
   */
  readonly documents: ReadonlyMap<string, readonly Json[] | undefined>;
  /** Whether objects of `generated/` pass through it. One that they do not can only add objects. */
  readonly reaches: boolean;
  /** Whether its declarations are done before the environment's component is. */
  readonly below: boolean;
}
