import { UserError, type Problem } from "@kit/errors";
import { identityKey } from "@kit/kube";
import { compareObjects, type ObjectChange } from "./compare-objects.ts";
import type { Document } from "./input/document.ts";
import type { ObjectId } from "./input/identity.ts";
import { ObjectSet } from "./input/object-set.ts";
import { classes, worstOf, type RiskClass } from "./judge/classes.ts";
import type { RiskContext } from "./judge/define-risk.ts";
import { judge, type JudgedChange } from "./judge/judge.ts";
import type { OverlayChange } from "./judge/origins.ts";
import { leftEnvironment, takenEnvironment } from "./sync/left-environment.ts";
import type { SyncEffect } from "./sync/sync-effect.ts";
import { keptByAll } from "./sync/keeping.ts";
import { ordered, syncEffects } from "./sync/sync-effects.ts";
import type { Syncers } from "./sync/syncer.ts";

/** Two versions of a set of objects. */
export interface Sides {
  /** What it is called, such as `prod`; undefined for a set without a name. */
  readonly environment: string | undefined;
  readonly before: readonly Document[];
  readonly after: readonly Document[];
  /** Undefined where nobody says which overlay it comes from. */
  readonly overlay: OverlayChange | undefined;
  /** What syncs it. Default: that is no question. */
  readonly syncers?: Syncers | undefined;
}

/** What differs in a set of objects. */
export interface EnvironmentReview {
  readonly environment: string | undefined;
  /** The riskiest first. Empty where nothing changed. */
  readonly changes: readonly JudgedChange[];
  /** What a sync does to what is there; empty where it only makes and changes objects. */
  readonly sync: readonly SyncEffect[];
  /** Undefined where the environment is there before and after. */
  readonly became?: Became | undefined;
}

/** What became of an environment itself. */
export type Became =
  | { readonly how: "new" | "removed" }
  /** The objects of another one are its own now. */
  | {
      readonly how: "renamed";
      readonly from: string;
      /** How many objects are as they were. */
      readonly same: number;
      /** What differs from the other one, the riskiest first. */
      readonly changes: readonly JudgedChange[];
    }
  /** Another one has its objects now. */
  | { readonly how: "left"; readonly to: string };

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
  return { base, head, environments: compared.map((one) => reviewOne(one, arrivals, compared)) };
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

function reviewOne(one: Compared, arrivals: Arrivals, all: readonly Compared[]): EnvironmentReview {
  const { environment, before, after, overlay, changes } = one;
  const context = {
    before: new ObjectSet(before),
    after: new ObjectSet(after),
    changes,
    keeps: keeping(one),
    arrivesIn: (id: ObjectId) => (arrivals.get(identityKey(id)) ?? []).filter((other) => other !== environment),
  };
  const judged = changes.map((change) => judge(change, context, overlay)).toSorted(byRisk);
  return {
    environment,
    changes: judged,
    sync: syncOf(one, judged, context, all),
    became: becameOf(one, arrivals, all),
  };
}

/** An environment without objects on one side is new, is gone, or has another name. */
function becameOf(one: Compared, arrivals: Arrivals, all: readonly Compared[]): Became | undefined {
  if (one.environment === undefined) return undefined;
  if (isLeft(one)) {
    const to = all.find((other) => isNew(other) && formerOf(other, all) === one)?.environment;
    return to === undefined ? { how: "removed" } : { how: "left", to };
  }
  if (!isNew(one)) return undefined;
  const from = formerOf(one, all);
  if (from?.environment === undefined) return { how: "new" };
  const changes = compareObjects(from.before, one.after);
  const { changes: judged } = reviewOne({ ...one, before: from.before, changes }, arrivals, []);
  const same = one.after.length - changes.filter(({ op }) => op !== "removed").length;
  return { how: "renamed", from: from.environment, same: Math.max(same, 0), changes: judged };
}

/** The environment that is gone, and had at least half of the objects of a new one. */
function formerOf(one: Compared, all: readonly Compared[]): Compared | undefined {
  const keys = new Set(one.changes.map(({ id }) => identityKey(id)));
  const shared = ({ changes }: Compared): number => changes.filter(({ id }) => keys.has(identityKey(id))).length;
  const former = all.filter(isLeft).toSorted((own, other) => shared(other) - shared(own))[0];
  return former !== undefined && 2 * shared(former) >= keys.size ? former : undefined;
}

/** Of an environment that leaves, what followed it says whether all of it stays. */
function keeping(one: Compared): RiskContext["keeps"] {
  const { before: former = [], after: syncers = [] } = one.syncers ?? {};
  if (!isLeft(one)) return (id, object) => keptByAll(syncers, id, object);
  const isKept = former.length > 0 && former.every(({ cascades }) => !cascades);
  return () => (isKept ? "what followed its environment goes, and deletes nothing" : undefined);
}

function syncOf(
  one: Compared,
  judged: readonly JudgedChange[],
  context: RiskContext,
  all: readonly Compared[],
): SyncEffect[] {
  const { environment, syncers } = one;
  if (environment === undefined || syncers === undefined || judged.length === 0) return [];
  if (isLeft(one)) {
    const takers = all.filter((other) => isNew(other) && moved(one, other)).flatMap((other) => other.environment ?? []);
    return ordered(leftEnvironment(environment, judged, syncers, takers));
  }
  const from = isNew(one) ? all.find((other) => isLeft(other) && moved(other, one)) : undefined;
  if (from?.environment === undefined) return syncEffects(judged, context, syncers);
  const former = { environment: from.environment, syncers: from.syncers?.before ?? [] };
  return ordered(takenEnvironment(environment, judged, former, syncers.after));
}

function isLeft({ before, after }: Sides): boolean {
  return before.length > 0 && after.length === 0;
}

function isNew({ before, after }: Sides): boolean {
  return before.length === 0 && after.length > 0;
}

/** Whether an environment has objects that another one had. */
function moved(from: Compared, to: Compared): boolean {
  const gone = new Set(from.changes.map(({ id }) => identityKey(id)));
  return to.changes.some(({ id }) => gone.has(identityKey(id)));
}

function byRisk(one: JudgedChange, other: JudgedChange): number {
  const risk = classes.indexOf(one.class) - classes.indexOf(other.class);
  if (risk !== 0) return risk;
  const [own, others] = [identityKey(one.id), identityKey(other.id)];
  return own < others ? -1 : own > others ? 1 : 0;
}
