import type { Loose } from "@kit/kube";
import type { ExpectedSecret } from "./expected-secret.ts";

/** A workload, and where it is shown. */
export interface ShownWorkload {
  readonly id: string;
  readonly object: Loose;
  readonly name: string;
  readonly namespace: string;
}

/** What an environment is shown from. */
export interface ShownWorld {
  /** The object of the core group that has this kind and name. */
  readonly find: (kind: string, name: string, namespace: string) => Loose | undefined;
  readonly objects: readonly Loose[];
  readonly workloads: readonly ShownWorkload[];
  readonly secrets: readonly ExpectedSecret[];
}
