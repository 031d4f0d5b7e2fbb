import { capacityVerdicts, type ClusterVerdict } from "@kit/capacity";
import { UserError } from "@kit/errors";
import type { ClusterView } from "./define-check.ts";

/**
 * Whether what runs on a cluster fits it; undefined where nobody says which cluster it is, and where an object is
 * malformed, which other checks say.
 */
export function capacityOf(cluster: ClusterView<"cluster" | "objects">): ClusterVerdict | undefined {
  if (!reports.has(cluster)) reports.set(cluster, reportOf(cluster));
  return reports.get(cluster);
}

const reports = new WeakMap<object, ClusterVerdict | undefined>();

function reportOf({ environments }: ClusterView<"cluster" | "objects">): ClusterVerdict | undefined {
  const deployed = environments.flatMap(({ id = "", cluster, objects, copies }) =>
    cluster === undefined ? [] : [{ id, cluster, objects, copies }],
  );
  if (deployed.length === 0) return undefined;
  try {
    return capacityVerdicts(deployed)[0];
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
