import type { EndpointExpectation, Expectation, PodExpectation } from "./expectation.ts";
import { keyOf, rollout, serviceEndpoints, type PodChange } from "@kit/kube";
import type { ServiceEndpoints } from "./endpoints.ts";
import { isRolledOut, ownerOf, type ClusterSnapshot } from "./live.ts";
import { describeManifest } from "./manifest.ts";
import type { Recording } from "./recording.ts";

/** Says of each workload and each port what is expected and what happened. */
export function expectationsOf(recording: Recording, services: readonly ServiceEndpoints[]): Expectation[] {
  return [...podExpectations(recording), ...endpointExpectations(recording, services)];
}

const seen = ["Deployment", "StatefulSet", "DaemonSet"];

function podExpectations({ manifests, outcomes, snapshots }: Recording): PodExpectation[] {
  const before = new Map(manifests.before.map(({ data }) => [keyOf(data), data]));
  const actions = new Map(outcomes.map(({ action, manifest }) => [keyOf(manifest.data), action]));
  const [podsBefore, podsAfter] = [podsByOwner(snapshots.before), podsByOwner(snapshots.after)];
  const ready = readyIn(snapshots.before).intersection(readyIn(snapshots.after));
  return manifests.after.flatMap(({ data }): PodExpectation[] => {
    const known = before.get(keyOf(data));
    const expected = known === undefined ? undefined : rollout(known, data)?.pods;
    if (expected === undefined) return [];
    const object = describeManifest(data);
    const action = actions.get(keyOf(data));
    const happened =
      action === "refused" || action === "replaced"
        ? action
        : action === "held" || (seen.includes(data.kind) && !ready.has(object))
          ? "unready"
          : happenedTo(podsBefore.get(object) ?? [], podsAfter.get(object) ?? []);
    const isSeen = action === "refused" || seen.includes(data.kind) || expected.type === "refused";
    return [{ about: "pods", object, expected, happened, agree: isSeen ? agreement(expected, happened) : undefined }];
  });
}

function agreement({ type, ...more }: PodChange, happened: PodExpectation["happened"]): boolean | undefined {
  if (type === "refused") return happened === "refused" || happened === "replaced";
  if (happened === "unready" || happened === "replaced") return undefined;
  // With no pods before or after, there is nothing to tell by.
  if (happened === "no pods") return type === "none" || undefined;
  if (type === "roll") return happened === ("from" in more ? "partly" : "anew");
  if (type === "recreate") return happened === "anew";
  return happened === "stayed";
}

function happenedTo(before: readonly string[], after: readonly string[]): PodExpectation["happened"] {
  if (before.length === 0 || after.length === 0) return "no pods";
  const kept = new Set(before).intersection(new Set(after)).size;
  if (kept === 0) return "anew";
  // Where the number changes as well, as many as can be are the same.
  return kept === Math.min(before.length, after.length) ? "stayed" : "partly";
}

function endpointExpectations(
  { manifests, snapshots }: Recording,
  services: readonly ServiceEndpoints[],
): EndpointExpectation[] {
  const counts = new Map(services.map(({ service, ports }) => [service, ports]));
  const ready = readyIn(snapshots.after);
  return serviceEndpoints(manifests.after.map(({ data }) => data)).flatMap(
    ({ name, namespace, type, ports }): EndpointExpectation[] => {
      const object = describeManifest({ kind: "Service", metadata: { name, namespace } });
      if (type !== "pods") return [];
      return ports.flatMap((one): EndpointExpectation[] => {
        const port = one.name || String(one.port);
        const after = counts.get(object)?.find((counted) => counted.port === port)?.after;
        if (after === undefined) return [];
        const by = one.targets.map((target) => target.by.replace(" ", ` ${namespace}/`));
        const [expected, happened] = [by.length > 0, after > 0];
        const isSeen = by.every((workload) => ready.has(workload) && !workload.startsWith("Job "));
        return [
          { about: "endpoints", object, port, expected, happened, agree: isSeen ? expected === happened : undefined },
        ];
      });
    },
  );
}

function readyIn({ workloads }: ClusterSnapshot): Set<string> {
  return new Set(workloads.filter((one) => isRolledOut(one)).map((one) => describeManifest(one)));
}

/** The uids of the pods of each workload, without those that are on their way out. */
function podsByOwner({ pods }: ClusterSnapshot): Map<string, string[]> {
  const staying = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const byOwner = Map.groupBy(staying, ownerOf);
  return new Map([...byOwner].map(([owner, those]) => [owner, those.map(({ metadata }) => metadata.uid)]));
}
