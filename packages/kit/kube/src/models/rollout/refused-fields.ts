import { at, listOf, mapOf, type Loose } from "../../loose.ts";
import { selects, type LabelSelector } from "../../selector.ts";
import { canonicalText, hasSameText } from "./same-text.ts";

/** The fields of a StatefulSet's spec that an update may change: pkg/apis/apps/validation ValidateStatefulSetUpdate. */
const openOfStatefulSet = new Set([
  "minReadySeconds",
  "ordinals",
  "persistentVolumeClaimRetentionPolicy",
  "replicas",
  "revisionHistoryLimit",
  "template",
  "updateStrategy",
]);

/** Those of a Job that it may not: pkg/apis/batch/validation ValidateJobSpecUpdate. */
const closedOfJob = new Set([
  "backoffLimitPerIndex",
  "completionMode",
  "managedBy",
  "podFailurePolicy",
  "selector",
  "successPolicy",
]);

/** What the template of a Job that is suspended and never ran may change in: validatePodTemplateUpdate. */
const openOfSuspended = ["nodeSelector", "tolerations", "schedulingGates"];

/**
 * The fields of a workload's spec whose change the API server refuses, of two states as it has filled them in.
 *
 * @returns Such as `spec.selector`; empty where it takes the change.
 */
export function refusedFields(kind: string, before: Loose, after: Loose): string[] {
  const [own, other] = [mapOf(before["spec"]), mapOf(after["spec"])];
  const changed = [...new Set([...Object.keys(own), ...Object.keys(other)])].filter(
    (name) => !hasSameText(own[name] ?? null, other[name] ?? null),
  );
  const refused = changed.filter((name) => isClosed(kind, name, own, other)).map((name) => `spec.${name}`);
  const labels = mapOf(at(other, "template", "metadata", "labels"));
  const selector = other["selector"] as LabelSelector | undefined;
  const isUnselected = kind !== "Job" && kind !== "CronJob" && selector !== undefined && !selects(selector, labels);
  return isUnselected ? [...refused, "spec.template.metadata.labels"] : refused;
}

function isClosed(kind: string, name: string, before: Loose, after: Loose): boolean {
  switch (kind) {
    case "DaemonSet":
    case "Deployment":
    case "ReplicaSet":
      return name === "selector";
    case "StatefulSet":
      return !openOfStatefulSet.has(name);
    case "Job":
      if (name === "template") return !isPlacedAnew(before, after);
      if (name === "completions") {
        return before["completionMode"] !== "Indexed" || after["completions"] !== after["parallelism"];
      }
      return closedOfJob.has(name);
    default:
      return false;
  }
}

function isPlacedAnew(before: Loose, after: Loose): boolean {
  if (before["suspend"] !== true) return false;
  const [own, other] = [before, after].map((spec) => {
    const { metadata, spec: pod } = mapOf(spec["template"]);
    const { labels: _, annotations: __, ...meta } = mapOf(metadata);
    const kept = Object.entries(mapOf(pod)).filter(([name]) => !openOfSuspended.includes(name));
    const { affinity, ...rest } = Object.fromEntries(kept);
    const { nodeAffinity: ___, ...others } = mapOf(affinity);
    return canonicalText({ meta, others, rest: withoutResources(rest) });
  });
  return own === other;
}

function withoutResources(pod: Loose): Loose {
  return { ...pod, containers: bare(pod["containers"]), initContainers: bare(pod["initContainers"]) };
}

function bare(containers: unknown): unknown {
  return listOf(containers).map((one) => ({ ...mapOf(one), resources: null }));
}
