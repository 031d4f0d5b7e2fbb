import { keyOf } from "@kit/kube";
import { maskSecrets, secretHider } from "@kit/leaks";
import type { Document, Sides } from "@kit/review";
import { asRendered } from "./as-rendered.ts";
import type { KubectlCluster } from "./cluster.ts";
import { dryRun, isRefusal, type DryRunVerdict } from "./dry-run.ts";
import { fieldManagerOf, otherOwners } from "./field-manager.ts";
import { missingParts } from "./missing-parts.ts";
import type { ClusterObject, RenderedFile } from "./object.ts";
import { plainObject } from "./plain-object.ts";
import { prunedObjects } from "./pruned.ts";
import { readLive } from "./read-live.ts";

export interface LiveOptions {
  readonly cluster: KubectlCluster;
  readonly environment: string;
  /** What is rendered, in the order of its files. */
  readonly rendered: readonly RenderedFile[];
  /** Told what is not compared, and what the API server warns of. */
  readonly onNotice: (message: string) => void;
}

/**
 * What a cluster has of an environment, and what it would have after a sync, both in the API server's own words: what
 * it fills in by itself is the same on both sides. Nothing is changed.
 *
 * @throws EnvironmentFailure where the cluster does not answer, this user may not, or a namespace or kind is missing.
 */
export async function liveSides({ cluster, environment, rendered, onNotice }: LiveOptions): Promise<Sides> {
  const objects = rendered.filter(({ data }) => !isEncrypted(data));
  if (objects.length < rendered.length) {
    const count = rendered.length - objects.length;
    onNotice(`${count} encrypted Secret${count === 1 ? " is" : "s are"} not compared: only the cluster can read them`);
  }
  const live = await readLive(cluster, objects);
  const manager = fieldManagerOf(live);
  const { verdicts, warnings } = await dryRun(cluster, objects, manager);
  for (const line of [...missingParts(verdicts, cluster, environment), ...warnings]) onNotice(maskSecrets(line));
  const pruned = await prunedObjects(cluster, environment, live);
  for (const line of pruned.notices) onNotice(line);
  const where = `context ${cluster.context}`;
  const pairs = verdicts.map((verdict) => documentsOf(verdict, findLive(live, verdict), where, manager));
  return {
    environment,
    before: [
      ...pairs.flatMap(({ before }) => before ?? []),
      ...pruned.objects.map((object) => documentOf(where, plainObject(object))),
    ],
    after: pairs.map(({ after }) => after),
    overlay: undefined,
  };
}

function documentsOf(
  { rendered, result }: DryRunVerdict,
  live: ClusterObject | undefined,
  where: string,
  manager: string,
): { readonly before: Document | undefined; readonly after: Document } {
  const { where: file, data } = rendered;
  const asFile: Document = { ...documentOf(file, data), refused: refusalText(rendered, result) };
  // Of what is new, the file says more clearly what it is than the API server with all its defaults.
  if (live === undefined) return { before: undefined, after: asFile };
  const plain = plainObject(live);
  const owners = otherOwners(live, manager);
  if (isRefusal(result)) {
    return { before: { ...documentOf(where, asRendered(plain, data)), owners }, after: asFile };
  }
  return { before: { ...documentOf(where, plain), owners }, after: documentOf(file, plainObject(result)) };
}

function documentOf(where: string, data: unknown): Document {
  return { where, text: JSON.stringify(data) };
}

/** What the API server says of a Secret may repeat a value. That something is missing which the sync makes is not a refusal. */
function refusalText({ data }: RenderedFile, result: DryRunVerdict["result"]): string | undefined {
  if (!isRefusal(result) || result.by !== "server") return undefined;
  return data.kind === "Secret"
    ? "its message may repeat a value, so it is not shown"
    : secretHider(data)(result.message);
}

function findLive(
  live: readonly ClusterObject[],
  { rendered: { data }, result }: DryRunVerdict,
): ClusterObject | undefined {
  const namespace = data.metadata.namespace ?? (isRefusal(result) ? undefined : result.metadata.namespace);
  const key = keyOf({
    ...data,
    metadata: { ...data.metadata, ...(namespace === undefined ? {} : { namespace }) },
  });
  return live.find((object) => keyOf(object) === key);
}

function isEncrypted({ kind, sops }: ClusterObject): boolean {
  return kind === "Secret" && sops !== undefined;
}
