import { configChanges } from "./config-changes.ts";
import { isRolledOut, ownerOf, type ClusterSnapshot } from "./live.ts";
import { describeManifest } from "./manifest.ts";
import type { Recording } from "./recording.ts";
import type { ConfigRoll, RehearsalFinding } from "./rehearsal.ts";

/**
 * For each ConfigMap that changed, whose pods were made anew and whose were not. Not said of readers that were
 * refused, are not ready, or had no pods: why is a finding of its own.
 */
export function configRolls({ manifests, outcomes, snapshots }: Recording): ConfigRoll[] {
  const refused = outcomes.filter(({ action }) => action === "refused");
  const refusedObjects = new Set(refused.map(({ manifest }) => describeManifest(manifest.data)));
  const ready = readyWorkloads(snapshots.after);
  const before = podsByOwner(snapshots.before);
  const after = podsByOwner(snapshots.after);
  return configChanges(manifests.before, manifests.after).flatMap(({ configMap, keys, readers }): ConfigRoll[] => {
    if (refusedObjects.has(configMap)) return [];
    const told = readers.filter((reader) => before.has(reader) && ready.has(reader) && !refusedObjects.has(reader));
    const { rolled = [], notRolled = [] } = Object.groupBy(told, (reader) =>
      before.get(reader)!.isDisjointFrom(after.get(reader) ?? new Set()) ? "rolled" : "notRolled",
    );
    return [{ configMap, keys, rolled, notRolled }];
  });
}

/** @param waiting The workloads whose pods stay as they are until somebody does something: that is said by itself. */
export function configFindings(rolls: readonly ConfigRoll[], waiting: ReadonlySet<string>): RehearsalFinding[] {
  return rolls.flatMap(({ configMap, keys, notRolled }) =>
    notRolled
      .filter((reader) => !waiting.has(reader))
      .map((reader): RehearsalFinding => {
        const message = `reads ${keys.join(", ")} of ${configMap}, which changed, and its pods were not made anew`;
        return { severity: "hurts", code: "config-not-rolled", object: reader, message };
      }),
  );
}

function readyWorkloads({ workloads }: ClusterSnapshot): Set<string> {
  const ready = workloads.filter((workload) => isRolledOut(workload));
  return new Set(ready.map((workload) => describeManifest(workload)));
}

/** The uids of the pods of each workload, without those that are on their way out. */
function podsByOwner({ pods }: ClusterSnapshot): Map<string, Set<string>> {
  const staying = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const byOwner = Map.groupBy(staying, ownerOf);
  return new Map([...byOwner].map(([owner, those]) => [owner, new Set(those.map(({ metadata }) => metadata.uid))]));
}
