import { argumentError } from "@kit/errors";
import {
  compareWithRehearsal,
  predictionsOf,
  type EnvironmentReview,
  type RehearsalReport,
  type Review,
} from "@kit/review";
import { rehearseEnvironments } from "../rehearse/rehearse-environments.ts";

/** After so long no further environment is begun: a workflow's job has 10 minutes, with what it installs. */
const mostMilliseconds = 6 * 60_000;

/**
 * Rehearses every environment that changes, and puts what the review predicts beside what the control plane did.
 *
 * @param named The arguments of the command: a ref, or none.
 * @throws UserError where they name something else than what the working tree is to be deployed over.
 */
export async function rehearseReview(root: string, named: readonly string[], review: Review): Promise<RehearsalReport> {
  if (named.length > 1 || named[0]?.includes("..") === true) {
    throw argumentError(
      "--rehearse deploys what this working tree has",
      "name the ref alone that it is deployed over, such as pnpm review --rehearse main",
    );
  }
  const start = performance.now();
  const changed = review.environments.filter(({ changes }) => changes.length > 0);
  const { here = [], gone = [] } = Object.groupBy(changed, isHere);
  const comparisons: RehearsalReport["comparisons"][number][] = [];
  const late: string[] = [];
  for (const one of here) {
    if (performance.now() - start > mostMilliseconds) {
      late.push(`${one.environment!}: the others have taken ${mostMilliseconds / 60_000} minutes`);
      continue;
    }
    for await (const rehearsal of rehearseEnvironments(root, [one.environment!], review.base)) {
      comparisons.push(compareWithRehearsal(predictionsOf(one), rehearsal));
    }
  }
  return {
    comparisons,
    unrehearsed: [...late, ...gone.map(({ environment = "" }) => `${environment}: it is removed`)],
  };
}

function isHere({ became }: EnvironmentReview): "here" | "gone" {
  return became?.how === "removed" || became?.how === "left" ? "gone" : "here";
}
