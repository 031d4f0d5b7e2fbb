import { argumentError, type UserError } from "@kit/errors";
import { connectCluster, liveSides } from "@kit/live";
import type { Belonging } from "@kit/programs";
import { readAllRendered, renderedIds, renderedTexts, requireRenderedIds, snapshotOf } from "@kit/repository";
import type { ReviewInput } from "@kit/review";
import { notice } from "@kit/terminal";
import { importStation } from "@kit/workspace";
import { confirmCluster } from "../confirm-cluster.ts";

/**
 * What the cluster of kubectl has of an environment, and what it would have after a sync of what is rendered.
 *
 * @param options The context of kubectl, if one is named, and whether nobody is to be asked.
 * @throws UserError where not one environment is named, it is not rendered, or kubectl or its context is missing.
 * @throws EnvironmentFailure where the cluster does not answer, or refuses to be asked.
 */
export async function liveToReview(
  root: string,
  named: readonly string[],
  { context, yes }: { readonly context?: string | undefined; readonly yes?: boolean | undefined },
): Promise<ReviewInput> {
  const [environment] = named;
  if (environment === undefined || named.length > 1) throw notOne(named.length);
  const snapshot = snapshotOf(root);
  requireRenderedIds([environment], renderedIds(snapshot));
  const cluster = await connectCluster(process.env, context, await belongingOf(root, environment));
  await confirmCluster(
    cluster,
    `compare ${environment} with the cluster of context ${cluster.context} (${cluster.server})`,
    yes,
  );
  notice(`comparing ${environment} with the cluster of context ${cluster.context} (${cluster.server})\n`);
  const rendered = readAllRendered(renderedTexts(snapshot, environment));
  const sides = await liveSides({ cluster, environment, rendered, onNotice: (line) => notice(`${line}\n`) });
  return { base: `context ${cluster.context}`, head: `generated/rendered/${environment}`, sides: [sides] };
}

/** Of an environment that only generated/ has, nothing is known. */
async function belongingOf(root: string, id: string): Promise<Belonging> {
  const systems = await importStation.run({ root });
  const environment = systems.flatMap(({ environments }) => environments).find((one) => one.id === id);
  return { id, context: environment?.cluster.context, server: environment?.cluster.server };
}

function notOne(count: number): UserError {
  return argumentError(
    `--live is for one environment, not ${count}`,
    "write `pnpm review --live <environment>`, such as `pnpm review --live dev`",
    count === 0 ? "argument-missing" : "argument-value",
  );
}
