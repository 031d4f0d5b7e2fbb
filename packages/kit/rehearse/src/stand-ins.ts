import {
  at,
  isBuiltIn,
  isSelectedBy,
  mapOf,
  rollingTemplateOf,
  statedReplicas,
  workloadKindOf,
  workloadOf,
} from "@kit/kube";
import { toJson } from "@kit/yaml";
import { describeManifest, type Manifest, type ManifestData } from "./manifest.ts";
import type { Outcome } from "./recording.ts";
import type { RehearsalFinding, RehearsalPhase } from "./rehearsal.ts";

/** Workloads of Kubernetes' own that stand for custom resources, whose controllers are not in a rehearsal. */
export interface StandIns {
  /** The objects, and behind each custom workload what stands for it. */
  with(manifests: readonly Manifest[]): Manifest[];
  /** What became of the objects themselves, and what was refused of those that stand for them. */
  withoutThem(outcomes: readonly Outcome[]): Outcome[];
  /** A report in which each custom workload stands in the place of what stood for it. */
  named(phase: RehearsalPhase): RehearsalPhase;
  /** That they were there, a note for each kind. */
  notes(manifests: readonly Manifest[]): RehearsalFinding[];
}

/** Stand-ins for one rehearsal. They have the pods, the number and the labels of what they stand for, and roll as it says. */
export function standIns(): StandIns {
  /** The names of what they stand for, by theirs. */
  const names = new Map<string, string>();
  const of = (manifest: Manifest): Manifest[] => {
    const data = standInFor(manifest.data);
    if (data === undefined) return [];
    names.set(describeManifest(data), describeManifest(manifest.data));
    return [{ where: manifest.where, text: toJson(data), data }];
  };
  const ownName = (text: string): string => names.get(text) ?? text;
  const inText = (text: string): string => [...names].reduce((said, [one, own]) => said.replaceAll(one, own), text);
  return {
    with: (manifests) => manifests.flatMap((manifest) => [manifest, ...of(manifest)]),
    withoutThem: (outcomes) =>
      outcomes.filter(({ action, manifest }) => action === "refused" || !names.has(describeManifest(manifest.data))),
    named: (phase) => ({
      ...phase,
      timeline: phase.timeline.map((entry) => ({ ...entry, object: ownName(entry.object) })),
      configMaps: phase.configMaps.map(({ rolled, notRolled, ...one }) => ({
        ...one,
        rolled: rolled.map(ownName),
        notRolled: notRolled.map(ownName),
      })),
      // Their own pods are those of what stands for them.
      expectations: phase.expectations
        .filter(({ object }) => ![...names.values()].includes(object))
        .map((one) => ({ ...one, object: ownName(one.object) })),
      findings: phase.findings.map((one) => ({ ...one, object: ownName(one.object), message: inText(one.message) })),
    }),
    notes(manifests) {
      const stoodFor = manifests.filter(({ data }) => standInFor(data) !== undefined);
      return [...Map.groupBy(stoodFor, ({ data }) => `${data.apiVersion} ${data.kind}`).values()].map(noteOf);
    },
  };
}

function noteOf(together: readonly Manifest[]): RehearsalFinding {
  const [{ where, data }] = together as [Manifest];
  const more = together.length === 1 ? "" : `, as ${together.length - 1} more of its kind`;
  const message = `is rehearsed as a ${standInFor(data)!.kind} with its pods${more}: its own controller is not here`;
  return { severity: "note", code: "stand-in", object: describeManifest(data), where, message };
}

/** Undefined where an object is no custom workload, or only its controller knows what pods it makes. */
function standInFor(data: ManifestData): ManifestData | undefined {
  const known = isBuiltIn(data.apiVersion) ? undefined : workloadKindOf(data.apiVersion, data.kind);
  if (known === undefined || known.isCompleted === true) return undefined;
  const template = rollingTemplateOf(data)?.template;
  if (template === undefined) return undefined;
  const labels = mapOf(at(template, "metadata", "labels"));
  if (Object.keys(labels).length === 0) return undefined;
  const { name, namespace = "default" } = data.metadata;
  const { kind, ...spec } = kindFor(data);
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { name: `${name}-${data.kind.toLowerCase()}`, namespace },
    spec: { selector: selectorOf(data, labels), ...spec, template },
  };
}

/** Its own selector where that takes its pods; some kinds have the older form, which a Deployment has not. */
function selectorOf(data: ManifestData, labels: object): object {
  const selector = mapOf(at(data, ...(workloadOf(data)?.selector ?? [])));
  const isOfNow = selector["matchLabels"] !== undefined || selector["matchExpressions"] !== undefined;
  return isOfNow && isSelectedBy(data, { ...labels }) === true ? selector : { matchLabels: labels };
}

function kindFor(data: ManifestData) {
  const { minReadySeconds, serviceName, strategy, volumeClaimTemplates } = mapOf(data.spec);
  const ready = typeof minReadySeconds === "number" ? { minReadySeconds } : {};
  const replicas = statedReplicas(data) ?? 1;
  if (data.kind === "DaemonSet") return { kind: "DaemonSet", ...ready };
  if (volumeClaimTemplates !== undefined) {
    return { kind: "StatefulSet", replicas, ...ready, serviceName, volumeClaimTemplates };
  }
  return { kind: "Deployment", replicas, ...ready, ...rollingAs(mapOf(strategy)) };
}

/** Argo's Rollout brings all new pods before the old ones go, or bounds the steps as a Deployment does. */
function rollingAs({ blueGreen, canary }: Readonly<Record<string, unknown>>): object {
  if (blueGreen !== undefined) return { strategy: { rollingUpdate: { maxSurge: "100%", maxUnavailable: 0 } } };
  const { maxSurge, maxUnavailable } = mapOf(canary);
  const bounds = {
    ...(maxSurge === undefined ? {} : { maxSurge }),
    ...(maxUnavailable === undefined ? {} : { maxUnavailable }),
  };
  return Object.keys(bounds).length === 0 ? {} : { strategy: { rollingUpdate: bounds } };
}
