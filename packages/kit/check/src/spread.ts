import { selects } from "@kit/kube";
import type { LooseKind, PodView } from "./view/index.ts";
import type { IPodAffinityTerm } from "kubernetes-models/v1/PodAffinityTerm";
import type { ITopologySpreadConstraint } from "kubernetes-models/v1/TopologySpreadConstraint";

/** Whether a topology spread constraint counts the pods that have it. Without a selector it counts none. */
export function spreadsItself(pod: PodView, { labelSelector }: LooseKind<ITopologySpreadConstraint>): boolean {
  return selects(labelSelector, pod.labels);
}

/** Whether a pod keeps away from pods like itself. */
export function avoidsItself(pod: PodView): boolean {
  const { requiredDuringSchedulingIgnoredDuringExecution: required = [], ...rest } =
    pod.spec.affinity?.podAntiAffinity ?? {};
  const { preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = rest;
  const terms = [...required, ...preferred.map(({ podAffinityTerm = {} }) => podAffinityTerm)];
  return terms.some((term) => takesItself(pod, term));
}

function takesItself(pod: PodView, term: LooseKind<IPodAffinityTerm>): boolean {
  const { labelSelector, mismatchLabelKeys = [], namespaces = [], namespaceSelector } = term;
  if (!selects(labelSelector, pod.labels)) return false;
  if (mismatchLabelKeys.some((key) => pod.labels[key] !== undefined)) return false;
  // Labels of the pod's own namespace are set by the cluster too, so that a selector of namespaces may well take it.
  return namespaceSelector !== undefined || namespaces.length === 0 || namespaces.includes(pod.namespace);
}
