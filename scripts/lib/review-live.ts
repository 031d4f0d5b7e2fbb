import { UserError } from "@kit/errors";
import { connectCluster, liveSides } from "@kit/live";
import type { ReviewInput } from "@kit/review";
import { notice } from "./command.ts";
import { renderedFiles, renderedIds, requireRendered } from "./rendered-ids.ts";
import { snapshotOf } from "./snapshot.ts";

/**
 * What the cluster of kubectl has of an environment, and what it would have after a sync of what is rendered.
 *
 * @param context The context of kubectl; undefined is the current one.
 * @throws UserError where not one environment is named, it is not rendered, or kubectl or its context is missing.
 * @throws EnvironmentFailure where the cluster does not answer, or refuses to be asked.
 */
export async function liveToReview(
  root: string,
  named: readonly string[],
  context: string | undefined,
): Promise<ReviewInput> {
  const [environment] = named;
  if (environment === undefined || named.length > 1) throw notOne(named.length);
  const snapshot = snapshotOf(root);
  requireRendered([environment], renderedIds(snapshot));
  const cluster = await connectCluster(process.env, context);
  notice(`comparing ${environment} with the cluster of context ${cluster.context} (${cluster.server})\n`);
  const files = renderedFiles(snapshot, environment);
  const sides = await liveSides({ cluster, environment, files, onNotice: (line) => notice(`${line}\n`) });
  return { base: `context ${cluster.context}`, head: `generated/rendered/${environment}`, sides: [sides] };
}

function notOne(count: number): UserError {
  return new UserError({
    code: count === 0 ? "argument-missing" : "argument-value",
    what: `--live is for one environment, not ${count}`,
    where: "the command's arguments",
    next: "write `pnpm review --live <environment>`, such as `pnpm review --live dev`",
  });
}
