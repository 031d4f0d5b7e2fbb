import { fenceposts, selectsPods } from "@kit/kube";
import { describeManifest } from "./manifest.ts";
import type { LiveService, LiveWorkload, ClusterSnapshot } from "./live.ts";

/** A workload behind a Service, and how many of its pods may be away while it rolls. */
export interface Behind {
  /** `Deployment default/backend`. */
  readonly workload: string;
  readonly replicas: number;
  readonly maxUnavailable: number;
}

/** The workloads behind a Service in any of the snapshots, each as its last snapshot has it. */
export function behindService(service: string, snapshots: readonly ClusterSnapshot[]): Behind[] {
  const found = snapshots.flatMap(({ services, workloads }) => {
    const live = services.find((one) => describeLive(one) === service);
    return live === undefined ? [] : workloads.filter((workload) => isBehind(live, workload)).map(behindOf);
  });
  return [...new Map(found.map((behind) => [behind.workload, behind])).values()];
}

function isBehind({ metadata, spec: { selector } }: LiveService, workload: LiveWorkload): boolean {
  return (
    metadata.namespace === workload.metadata.namespace && selectsPods(selector, workload.spec.template.metadata?.labels)
  );
}

function behindOf(workload: LiveWorkload): Behind {
  const { replicas = 1 } = workload.spec;
  return { workload: describeLive(workload), replicas, maxUnavailable: maxUnavailable(workload) };
}

/** The pods of a Deployment that may be unavailable while it rolls. */
function maxUnavailable({ kind, spec: { replicas = 1, strategy } }: LiveWorkload): number {
  // The others take the old pod away before the new one comes.
  if (kind !== "Deployment" || strategy?.type === "Recreate") return replicas;
  return fenceposts(strategy?.rollingUpdate ?? {}, replicas).unavailable;
}

function describeLive(object: LiveService | LiveWorkload): string {
  return describeManifest(object);
}
