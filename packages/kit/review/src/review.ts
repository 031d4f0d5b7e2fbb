import { UserError, type Problem } from "@kit/errors";
import { identityKey } from "@kit/kube";
import { compareObjects, type ObjectChange } from "./compare-objects.ts";
import type { Document } from "./input/document.ts";
import type { ObjectId } from "./input/identity.ts";
import { ObjectSet } from "./input/object-set.ts";
import { classes, worstOf, type RiskClass } from "./judge/classes.ts";
import { judge, type JudgedChange } from "./judge/judge.ts";
import type { OverlayChange } from "./judge/origins.ts";

/** Two versions of a set of objects. */
export interface Sides {
  /** What it is called, such as `prod`; undefined for a set without a name. */
  readonly environment: string | undefined;
  readonly before: readonly Document[];
  readonly after: readonly Document[];
  /** Undefined where nobody says which overlay it comes from. */
  readonly overlay: OverlayChange | undefined;
}

/** What differs in a set of objects. */
export interface EnvironmentReview {
  readonly environment: string | undefined;
  /** The riskiest first. Empty where nothing changed. */
  readonly changes: readonly JudgedChange[];
}

/** What a comparison comes to. */
export interface Review {
  /** What is compared, as a reader would name it: a ref, a directory. */
  readonly base: string;
  readonly head: string;
  readonly environments: readonly EnvironmentReview[];
}

/**
 * Compares sets of objects, and says what may come of each change.
 *
 * @throws UserError where a document is not YAML or no Kubernetes object: with all of them.
 */
export function review({ base, head, sides }: ReviewInput): Review {
  const problems: Problem[] = [];
  const compared = sides.flatMap((one): Compared[] => {
    try {
      return [{ ...one, changes: compareObjects(one.before, one.after) }];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  UserError.throwIfAny(problems);
  const arrivals = arrivalsIn(compared);
  return { base, head, environments: compared.map((one) => reviewOne(one, arrivals)) };
}

export interface ReviewInput {
  readonly base: string;
  readonly head: string;
  readonly sides: readonly Sides[];
}

/** The worst class of some changes; undefined where nothing changed. */
export function worstClass(environments: readonly EnvironmentReview[]): RiskClass | undefined {
  return worstOf(environments.flatMap(({ changes }) => changes.map((change) => change.class)));
}

interface Compared extends Sides {
  readonly changes: readonly ObjectChange[];
}

/** The environments that get a new object, by what it is. */
type Arrivals = ReadonlyMap<string, readonly string[]>;

function arrivalsIn(compared: readonly Compared[]): Arrivals {
  const added = compared.flatMap(({ environment, changes }) =>
    environment === undefined
      ? []
      : changes.filter(({ op }) => op === "added").map(({ id }) => ({ key: identityKey(id), environment })),
  );
  const byKey = Map.groupBy(added, ({ key }) => key);
  return new Map([...byKey].map(([key, all]) => [key, all.map((one) => one.environment)]));
}

function reviewOne({ environment, before, after, overlay, changes }: Compared, arrivals: Arrivals): EnvironmentReview {
  const context = {
    before: new ObjectSet(before),
    after: new ObjectSet(after),
    changes,
    arrivesIn: (id: ObjectId) => (arrivals.get(identityKey(id)) ?? []).filter((one) => one !== environment),
  };
  const judged = changes.map((change) => judge(change, context, overlay));
  return { environment, changes: judged.toSorted(byRisk) };
}

function byRisk(one: JudgedChange, other: JudgedChange): number {
  const risk = classes.indexOf(one.class) - classes.indexOf(other.class);
  if (risk !== 0) return risk;
  const [own, others] = [identityKey(one.id), identityKey(other.id)];
  return own < others ? -1 : own > others ? 1 : 0;
}
