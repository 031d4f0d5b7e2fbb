import type { EnvironmentFacts, ObjectsInView } from "./view.ts";

/** What a check can be given beside the object that it judges. Each names what else a finding can depend on. */
export interface FactsByNeed {
  /** The objects of its environment, as a set. */
  readonly objects: ObjectsInView;
  /** The contracts of Secrets that exist without being here. */
  readonly secrets: Pick<EnvironmentFacts, "contracts">;
  /** The overlay's own files, what they do, and what else is built on them. */
  readonly overlay: Pick<EnvironmentFacts, "overlay">;
  /** How Argo CD or Flux follows the environment. */
  readonly delivery: Pick<EnvironmentFacts, "delivery">;
  /** What policies tell the checks. */
  readonly policy: Pick<EnvironmentFacts, "options">;
  /** Values that packages declare to be for everybody. */
  readonly public: Pick<EnvironmentFacts, "publicValues">;
  /** The cluster that the environment is on. */
  readonly cluster: Pick<EnvironmentFacts, "cluster">;
}

export type Need = keyof FactsByNeed;

/** What an environment is called, the namespace of its objects that say none, and how many there are where it is a preview. */
export type EnvironmentName = Pick<EnvironmentFacts, "id" | "namespace" | "copies">;

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** What is known of an environment, as far as a check needs it. What needs nothing of it knows not even its name. */
export type EnvironmentView<Needs extends Need = Need> = [Needs] extends [never]
  ? object
  : EnvironmentName & Together<FactsByNeed[Needs]>;

/** The fields that each need stands for. */
export const fieldsByNeed: { readonly [One in Need]: readonly (keyof FactsByNeed[One])[] } = {
  objects: ["objects", "pods", "of", "find", "podsOf"],
  secrets: ["contracts"],
  overlay: ["overlay"],
  delivery: ["delivery"],
  policy: ["options"],
  public: ["publicValues"],
  cluster: ["cluster"],
};
