import { isPending, isRolledOut, ownerOf, type LivePod, type LiveWorkload, type ClusterSnapshot } from "./live.ts";
import { describeManifest } from "./manifest.ts";
import type { RehearsalFinding } from "./rehearsal.ts";

/** The pods that stay Pending, with the scheduler's reasons, and the workloads that are not ready for another. */
export function workloadFindings({ pods, workloads }: ClusterSnapshot): RehearsalFinding[] {
  const pending = pods.filter(isPending);
  const byOwner = Map.groupBy(pending, ownerOf);
  const stuck = [...byOwner].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const unready = workloads.filter((workload) => !isRolledOut(workload) && !byOwner.has(describe(workload)));
  return [
    ...stuck.map(([object, those]): RehearsalFinding => {
      const reasons = [...new Set(those.map(reasonOf))].join("; ");
      const message = `${those.length} ${those.length === 1 ? "pod stays" : "pods stay"} Pending: ${reasons}`;
      return { severity: "hurts", code: "pending", object, message };
    }),
    ...unready.map((workload): RehearsalFinding => {
      const message = `is not ready in time: ${whyUnready(workload)}`;
      return { severity: "hurts", code: "not-ready", object: describe(workload), message };
    }),
  ];
}

function reasonOf({ status }: LivePod): string {
  const placed = status?.conditions?.find(({ type }) => type === "PodScheduled");
  return placed?.status === "False" && placed.message ? placed.message : "no word from the scheduler";
}

/** A refusal of its pods, by Pod Security or a quota, says more than that it is not available. */
function whyUnready({ status = {} }: LiveWorkload): string {
  const { conditions = [] } = status;
  const failure = conditions.find(({ type, status: met }) => type === "ReplicaFailure" && met === "True");
  const unmet = conditions.find(({ type, status: met }) => type !== "ReplicaFailure" && met === "False");
  return failure?.message ?? unmet?.message ?? "its controller says no reason";
}

function describe(workload: LiveWorkload): string {
  return describeManifest(workload);
}
