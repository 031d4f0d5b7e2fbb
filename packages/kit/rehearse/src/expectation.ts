import type { PodChange } from "@kit/kube";

/**
 * What the models say of a change, and what the control plane did. `agree` is undefined where it could not be seen: the
 * workload did not get ready, or nothing here makes its pods.
 */
export type Expectation = PodExpectation | EndpointExpectation;

export interface PodExpectation {
  readonly about: "pods";
  /** `Deployment default/backend`: one that is there before and after. */
  readonly object: string;
  readonly expected: PodChange;
  /** `anew`: all pods are others than before; `partly`: those from an ordinal on; `unready`: it did not get so far. */
  readonly happened: "stayed" | "anew" | "partly" | "no pods" | "refused" | "replaced" | "unready";
  readonly agree: boolean | undefined;
}

export interface EndpointExpectation {
  readonly about: "endpoints";
  /** `Service default/backend`. */
  readonly object: string;
  /** The port's name, else its number. */
  readonly port: string;
  /** Whether anything answers in the end. */
  readonly expected: boolean;
  readonly happened: boolean;
  readonly agree: boolean | undefined;
}
