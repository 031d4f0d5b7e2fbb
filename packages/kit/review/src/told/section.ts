import { classes, type RiskClass, worstOf } from "../judge/classes.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { apart, storiesOf, type Story, type StoryMember } from "./story.ts";

/** What is the same in some environments, told once. */
export interface ReviewSection {
  /** In their order. */
  readonly environments: readonly EnvironmentReview[];
  /** The riskiest first. */
  readonly stories: readonly Story[];
  /** What a sync does in each of them. */
  readonly sync: readonly SyncEffect[];
}

/**
 * What there is to tell, by the environments that it is the same in: the riskiest first, then what is in the most.
 *
 * @param isApart Whether each environment and each object is told for itself, in their own order.
 */
export function sectionsOf({ environments }: Review, isApart: boolean): ReviewSection[] {
  const changed = environments.filter(({ changes }) => changes.length > 0);
  if (isApart) {
    return changed.map((one) => {
      const members = one.changes.map((change) => ({ environment: one, change }));
      return { environments: [one], stories: apart(members), sync: one.sync };
    });
  }
  const stories = Map.groupBy(storiesOf(changed.flatMap(membersOf)), (story) => keyOf(environmentsOf(story)));
  const syncs = Map.groupBy(
    changed.filter(({ sync }) => sync.length > 0),
    ({ sync }) => JSON.stringify(sync),
  );
  const bySet = new Map([...syncs.values()].map((own) => [keyOf(own), own]));
  // What has nothing to tell but that another has it now.
  const bare = changed.filter((one) => membersOf(one).length === 0 && one.sync.length === 0).map((one) => [one]);
  const sets = new Map(
    [...[...stories.values()].map((own) => environmentsOf(own[0]!)), ...bySet.values(), ...bare].map((own) => [
      keyOf(own),
      own,
    ]),
  );
  return [...sets]
    .map(([key, own]) => ({
      environments: own,
      stories: stories.get(key) ?? [],
      sync: bySet.get(key)?.[0]!.sync ?? [],
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.environments.length - one.environments.length);
}

/** What an environment has to tell: of one that has a new name, what differs from the former. */
function membersOf(environment: EnvironmentReview): StoryMember[] {
  const { became, changes } = environment;
  const own = became?.how === "renamed" ? became.changes : became?.how === "left" ? changes.flatMap(leaving) : changes;
  return own.map((change) => ({ environment, change }));
}

/** Of an object that another environment has now, all that counts is what comes of its going over there. */
function leaving(change: JudgedChange): JudgedChange[] {
  const findings = change.findings.filter(({ risk }) => risk === "moved-environment" || risk === "kept-object");
  const worst = worstOf(findings.map((finding) => finding.class));
  return worst === undefined ? [] : [{ ...change, class: worst, findings, effects: [], before: undefined }];
}

/** The worst class of a section; undefined where it has no changes. */
function classOf({ stories }: ReviewSection): RiskClass | undefined {
  return worstOf(stories.map((story) => story.class));
}

function rankOf(section: ReviewSection): number {
  const own = classOf(section);
  // A sync that deletes is told before all that is routine.
  return own === undefined ? classes.indexOf("unclassified") : classes.indexOf(own);
}

function environmentsOf({ members }: Story): EnvironmentReview[] {
  return [...new Set(members.map(({ environment }) => environment))];
}

function keyOf(environments: readonly EnvironmentReview[]): string {
  return JSON.stringify(environments.map(({ environment }) => environment ?? null));
}
