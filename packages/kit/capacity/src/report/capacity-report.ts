import { withRuntimeClasses } from "../objects/runtime-classes.ts";
import { UserError } from "@kit/errors";
import type { Cluster } from "@kit/model";
import { copiesOf, readEnvironment, type ReadEnvironment } from "../objects/read-environment.ts";
import type { GivenObject } from "../objects/read-object.ts";
import { clusterReport } from "./cluster-report.ts";
import { clusterVerdict, type ClusterVerdict } from "./cluster-verdict.ts";
import type { CapacityReport } from "./report.ts";

/** An environment: where it runs and what it deploys. */
export interface Deployed {
  readonly id: string;
  readonly cluster: Cluster;
  readonly objects: readonly GivenObject[];
  /** How many times it may be there, each in a namespace of its own: the `max` of a preview. Default: once. */
  readonly copies?: number | undefined;
}

/**
 * Whether environments fit their clusters. Those with one cluster id share the cluster and add up.
 *
 * @throws UserError where an object is malformed in what decides this, or two environments describe one cluster
 * differently.
 */
export function capacityReport(environments: readonly Deployed[]): CapacityReport {
  const clusters = perCluster(environments, clusterReport);
  return { ok: clusters.every(({ ok }) => ok), clusters };
}

/**
 * As `capacityReport`, with the verdict alone: a part of its time.
 *
 * @throws UserError where that does.
 */
export function capacityVerdicts(environments: readonly Deployed[]): ClusterVerdict[] {
  return perCluster(environments, clusterVerdict);
}

function perCluster<Result>(
  environments: readonly Deployed[],
  judge: (cluster: Cluster, environments: readonly ReadEnvironment[]) => Result,
): Result[] {
  const shared = Map.groupBy(environments, ({ cluster }) => cluster.id);
  return [...shared.values()].map((together) =>
    judge(
      sameCluster(together),
      withRuntimeClasses(
        together.flatMap(({ id, objects, copies = 1 }) => copiesOf(readEnvironment(id, objects), copies)),
      ),
    ),
  );
}

function sameCluster([first, ...others]: readonly Deployed[]): Cluster {
  const { id, cluster } = first!;
  const other = others.find((one) => canonical(one.cluster) !== canonical(cluster));
  if (other === undefined) return cluster;
  throw new UserError({
    code: "cluster-mismatch",
    what: `the environments "${id}" and "${other.id}" describe the cluster "${cluster.id}" differently`,
    where: "the environments packages",
    next: "define it once with defineCluster and use it in both, or give one of them another id",
  });
}

/** As text in which the order of keys does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
