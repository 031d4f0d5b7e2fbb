import type { ClusterSnapshot, LiveWorkload } from "./live.ts";
import { describeManifest } from "./manifest.ts";
import type { RehearsalFinding } from "./rehearsal.ts";

/** The workloads with pods that are to be others, and that stay as they are until somebody does something. */
export function waitingFindings({ workloads }: ClusterSnapshot): RehearsalFinding[] {
  const findings = workloads.flatMap((workload): RehearsalFinding[] => {
    const until = untilOf(workload);
    const { wanted, updated } = countsOf(workload);
    if (until === undefined || updated >= wanted) return [];
    const pods = `${wanted - updated} of ${wanted} ${wanted === 1 ? "pod" : "pods"}`;
    const message = `${pods} ${wanted - updated === 1 ? "waits" : "wait"} until ${until}`;
    return [{ severity: "note", code: "waits", object: describeManifest(workload), message }];
  });
  // They came in any order.
  return findings.toSorted((one, other) => (one.object < other.object ? -1 : 1));
}

function untilOf({ kind, spec }: LiveWorkload): string | undefined {
  const { paused, updateStrategy } = spec;
  if (kind === "Deployment") return paused === true ? "somebody resumes it: it is paused" : undefined;
  if (updateStrategy?.type === "OnDelete") return "somebody deletes them: its update strategy is OnDelete";
  const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
  return kind === "StatefulSet" && partition > 0 ? `its partition is lowered: it is ${partition}` : undefined;
}

function countsOf({ kind, spec, status = {} }: LiveWorkload): { readonly wanted: number; readonly updated: number } {
  const amount = (name: string): number => Number(status[name] ?? 0);
  if (kind === "DaemonSet") {
    return { wanted: amount("desiredNumberScheduled"), updated: amount("updatedNumberScheduled") };
  }
  return { wanted: spec.replicas ?? 1, updated: amount("updatedReplicas") };
}
