import { configFindings, configRolls } from "./config-rolls.ts";
import { endpointFindings } from "./endpoint-findings.ts";
import { expectationsOf } from "./expectations.ts";
import { endpointHistory, type Crossing } from "./endpoints.ts";
import { isRolledOut, isWorkload, type ClusterSnapshot, type TimedEvent } from "./live.ts";
import { describeManifest, type Manifest } from "./manifest.ts";
import type { Outcome, Recording } from "./recording.ts";
import type { RehearsalFinding, RehearsalPhase, TimelineEntry } from "./rehearsal.ts";
import { waitingFindings } from "./waiting.ts";
import { workloadFindings } from "./workload-findings.ts";

/** Says what a deployment did, from what was seen of it. */
export function phaseReport(recording: Recording): RehearsalPhase {
  const { manifests, outcomes, snapshots, events, seconds } = recording;
  const { services, crossings } = endpointHistory(snapshots.before, events, snapshots.after);
  const configMaps = configRolls(recording);
  const expectations = expectationsOf(recording, services);
  const files = new Map(manifests.after.map(({ where, data }) => [describeManifest(data), where]));
  const waiting = waitingFindings(snapshots.after);
  const findings = [
    ...outcomes.flatMap((outcome) => outcomeFindings(outcome, manifests.after)),
    ...heldFindings(outcomes),
    ...workloadFindings(snapshots.after),
    ...waiting,
    ...endpointFindings(services, crossings, recording),
    ...configFindings(configMaps, new Set(waiting.map(({ object }) => object))),
  ].map((finding) => ({ ...finding, ...placeOf(finding, files) }));
  const unchanged = outcomes.filter(({ action }) => action === "unchanged").length;
  return {
    seconds,
    timeline: timelineOf(recording, crossings),
    unchanged,
    services,
    configMaps,
    expectations,
    findings,
  };
}

function timelineOf({ outcomes, events, snapshots }: Recording, crossings: readonly Crossing[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...outcomes.flatMap(({ at, action, manifest }): TimelineEntry[] =>
      action === "unchanged" || action === "held"
        ? []
        : [{ at, what: action, object: describeManifest(manifest.data) }],
    ),
    ...crossings.map(({ at, service, port, up }): TimelineEntry => ({
      at,
      what: up ? "up" : "down",
      object: port === undefined ? service : `${service} port ${port}`,
    })),
    ...rollouts(snapshots.before, events),
  ];
  return entries.toSorted((one, other) => one.at - other.at);
}

/** The workloads that were not as they should be, and then were. */
function rollouts({ workloads }: ClusterSnapshot, events: readonly TimedEvent[]): TimelineEntry[] {
  const done = new Map(workloads.map((workload) => [workload.metadata.uid, isRolledOut(workload)]));
  return events.flatMap(({ at, type, object }): TimelineEntry[] => {
    if (!isWorkload(object) || type === "DELETED") return [];
    const was = done.get(object.metadata.uid) ?? false;
    const is = isRolledOut(object);
    done.set(object.metadata.uid, is);
    return is && !was ? [{ at, what: "ready", object: describeManifest(object) }] : [];
  });
}

function placeOf({ object }: RehearsalFinding, files: ReadonlyMap<string, string>): { where?: string } {
  const where = files.get(object);
  return where === undefined ? {} : { where };
}

/** What a sync did not get to, told once. */
function heldFindings(outcomes: readonly Outcome[]): RehearsalFinding[] {
  const held = outcomes.filter(({ action }) => action === "held");
  const [first] = held;
  if (first === undefined) return [];
  const names = held.slice(0, 3).map(({ manifest }) => describeManifest(manifest.data));
  const more = held.length > names.length ? ` and ${held.length - names.length} more` : "";
  const message = `is not ready, so the sync stops here and does not apply the later waves: ${names.join(", ")}${more}`;
  return [{ severity: "hurts", code: "held", object: first.message ?? "", message }];
}

function outcomeFindings(
  { action, manifest: { data }, message = "" }: Outcome,
  after: readonly Manifest[],
): RehearsalFinding[] {
  const object = describeManifest(data);
  if (action === "refused") return [{ severity: "hurts", code: "refused", object, message }];
  if (action !== "pruned") return [];
  if (data.kind === "PersistentVolumeClaim") {
    return [{ severity: "note", code: "prune", object, message: "is pruned, and its data with it unless retained" }];
  }
  if (data.kind !== "Namespace") return [];
  const wanted = after.filter((manifest) => manifest.data.metadata.namespace === data.metadata.name).length;
  const also = wanted === 0 ? "" : `, also ${wanted === 1 ? "1 object" : `${wanted} objects`} still wanted`;
  const severity = wanted === 0 ? "note" : "hurts";
  return [{ severity, code: "prune", object, message: `is pruned, and with it everything that is in it${also}` }];
}
