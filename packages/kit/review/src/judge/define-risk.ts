import type { Loose } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskClass } from "./classes.ts";

/** What a rule says of a change. */
export interface RiskReason {
  /** The paths of the fields that it speaks of. Default: the object as a whole. */
  readonly paths?: readonly string[];
  /** Why it has its class, in one clause, with the values. */
  readonly reason: string;
  /** What comes of it, in one clause. Default: what the change does to running pods. */
  readonly consequence?: string;
}

/** Everything that is deployed on both sides, and what else differs. */
export interface RiskContext {
  readonly before: ObjectSet;
  readonly after: ObjectSet;
  readonly changes: readonly ObjectChange[];
  /** The other environments that get an object of the same kind, namespace and name in the same change. */
  readonly arrivesIn: (id: ObjectId) => readonly string[];
  /** Why a sync leaves an object in the cluster that is not rendered any more; undefined where it does not, or nobody knows. */
  readonly keeps: (id: ObjectId, object: Loose | undefined) => string | undefined;
}

/** A rule that knows what some changes may do. The page docs/risks/<id>.md says more. */
export interface Risk<Id extends string = string> {
  /** Lower case with dashes; also the name of its file and its page. */
  readonly id: Id;
  readonly class: Exclude<RiskClass, "unclassified">;
  /** What it finds, as a clause: `a probe is removed`. */
  readonly title: string;
  /** Whether it is about objects that are gone from the cluster, and says nothing of those that a sync leaves there. */
  readonly isOfGone?: true;
  /** Whether it is about what no other rule knows: it is given a change with those fields alone. */
  readonly isOfRest?: true;
  readonly run: (change: ObjectChange, context: RiskContext) => readonly RiskReason[];
}

/** Keeps the id as a type of its own. */
export function defineRisk<const Id extends string>(risk: Risk<Id>): Risk<Id> {
  return risk;
}
