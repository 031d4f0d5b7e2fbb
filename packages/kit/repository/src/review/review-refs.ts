import { documentsIn, type Document, type ReviewInput, type Sides } from "@kit/review";
import { identitiesIn } from "../origins/generated-parts.ts";
import { reviewOverlay } from "./review-overlay.ts";
import { reviewRange } from "../git/review-range.ts";
import { reviewSyncers } from "./review-syncers.ts";
import { reviewSources } from "./review-sources.ts";
import { renderedIds, renderedTexts } from "../snapshots/rendered-in.ts";
import { changedSources, snapshotAt, snapshotOf, type Snapshot } from "../snapshots/snapshot.ts";

/**
 * What two refs have rendered, or a ref and the working tree, environment by environment.
 *
 * @param argument A ref, `A..B` or `A...B`; undefined for where HEAD branched off from the main branch.
 * @param renders Whether a ref that has nothing rendered is built, in a temporary worktree.
 * @throws UserError where there is no git repository, a ref is unknown, or a side has nothing rendered.
 */
export async function refsToReview(root: string, argument: string | undefined, renders: boolean): Promise<ReviewInput> {
  const { base, head } = reviewRange(root, argument);
  const before = await snapshotAt(root, base, renders);
  const after = head === undefined ? snapshotOf(root) : await snapshotAt(root, head, renders);
  return snapshotsToReview(before, after, () => changedSources(root, before, after));
}

/**
 * What two snapshots have rendered, environment by environment.
 *
 * @param sources The files of packages that differ, asked for once.
 */
export function snapshotsToReview(before: Snapshot, after: Snapshot, sources: () => readonly string[]): ReviewInput {
  let changed: readonly string[] | undefined;
  const changedFiles = (): readonly string[] => (changed ??= sources());
  const ids = [...new Set([before, after].flatMap(renderedIds))].toSorted();
  return {
    base: before.name,
    head: after.name,
    sides: ids.map((environment) => sidesOf(environment, before, after, ids, changedFiles)),
  };
}

function sidesOf(
  environment: string,
  before: Snapshot,
  after: Snapshot,
  ids: readonly string[],
  changedFiles: () => readonly string[],
): Sides {
  const sourceOf = reviewSources(environment, before, after, ids, changedFiles);
  const [own, others] = [before, after].map((side) => documentsOf(side, environment));
  // What both sides have alike, nobody asks about.
  const [alike, same] = [own!, others!].map((documents) => new Set(documents.map(({ text }) => text)));
  const withSource = (one: Document): Document => {
    const [id] = alike!.has(one.text) && same!.has(one.text) ? [] : identitiesIn(one.text);
    return id === undefined ? one : { ...one, source: sourceOf(id) };
  };
  return {
    environment,
    before: own!.map(withSource),
    after: others!.map(withSource),
    overlay: reviewOverlay(environment, before, after),
    syncers: reviewSyncers(environment, before, after),
  };
}

function documentsOf(side: Snapshot, environment: string): Document[] {
  return [...renderedTexts(side, environment)].flatMap(([path, text]) => documentsIn(`${side.label}${path}`, text));
}
