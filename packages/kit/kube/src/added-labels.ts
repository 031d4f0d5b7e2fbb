import { groupOf } from "@kit/schema";
import { at, textOf, type Loose } from "./loose.ts";
import type { Condition, LabelSelector } from "./selector.ts";
import { meetsLabels } from "./selector.ts";

/** The labels that controllers add to the pods of an object, and which values they may have. */
export type AddedLabels = ReadonlyMap<string, (value: string) => boolean>;

export interface AddedTo {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly data: object;
}

const any = (): boolean => true;
const none: AddedLabels = new Map();

/** What the kubelet's admission copies from a pod's node. */
const ofNodes = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"] as const;

/**
 * The labels that the pods of a workload have beside those of its template. Values that nobody can know are any.
 *
 * @param isScaled Whether something changes how many pods it has, so that its `replicas` says nothing.
 */
export function addedLabels({ apiVersion, kind, name, data }: AddedTo, isScaled = false): AddedLabels {
  const makes = makers[`${groupOf(apiVersion)}/${kind}`];
  if (makes === undefined)
    return kind === "Pod" && apiVersion === "v1" ? new Map(ofNodes.map((key) => [key, any])) : none;
  return new Map([...ofNodes.map((key): Added => [key, any]), ...makes(name, data, isScaled)]);
}

/** Whether a label selector may take a pod that has these labels, and gets those. */
export function maySelect(selector: LabelSelector, labels: Loose, added: AddedLabels): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const asked = Object.entries(matchLabels).map(([key, value]): Condition => ({
    key,
    operator: "In",
    values: [value],
  }));
  return [...asked, ...matchExpressions].every((condition) => {
    const { key = "", operator, values = [] } = condition;
    const takes = added.get(key);
    if (takes === undefined) return meetsLabels(condition, labels);
    if (operator === "In") return values.some((value) => typeof value === "string" && takes(value));
    return operator === "NotIn" || operator === "Exists";
  });
}

type Added = readonly [label: string, takes: (value: string) => boolean];

const makers: Readonly<Record<string, (name: string, data: object, isScaled: boolean) => readonly Added[]>> = {
  "apps/DaemonSet": () => [
    ["controller-revision-hash", any],
    ["pod-template-generation", any],
  ],
  "apps/Deployment": () => [["pod-template-hash", any]],
  "apps/ReplicaSet": () => [["pod-template-hash", any]],
  "apps/StatefulSet": ofStatefulSet,
  "apps.kruise.io/CloneSet": () => [
    ["apps.kruise.io/cloneset-instance-id", any],
    ["controller-revision-hash", any],
    ["pod-template-hash", any],
  ],
  "apps.kruise.io/StatefulSet": ofStatefulSet,
  "argoproj.io/Rollout": () => [["rollouts-pod-template-hash", any]],
  "batch/CronJob": (name) => ofJob((value) => value.startsWith(`${name}-`), any),
  "batch/Job": (name, data) => ofJob((value) => value === name, indexOf(data)),
  "serving.knative.dev/Service": ofKnative,
};

/** pkg/reconciler/revision/resources/meta.go of knative.dev/serving, and what a Service's own Configuration has. */
function ofKnative(name: string): readonly Added[] {
  const isRevision = (value: string): boolean => value.startsWith(`${name}-`);
  return [
    ["app", isRevision],
    ["pod-template-hash", any],
    ["serving.knative.dev/configuration", (value) => value === name],
    ["serving.knative.dev/configurationGeneration", any],
    ["serving.knative.dev/revision", isRevision],
    ["serving.knative.dev/service", (value) => value === name],
  ];
}

function ofStatefulSet(name: string, data: object, isScaled: boolean): readonly Added[] {
  const [replicas, start] = [at(data, "spec", "replicas"), at(data, "spec", "ordinals", "start")];
  const from = typeof start === "number" ? start : 0;
  const isOrdinal = (text: string): boolean => {
    if (!/^(?:0|[1-9]\d*)$/.test(text)) return false;
    // Without a number of replicas, whoever scales it says how many there are.
    return isScaled || typeof replicas !== "number" || (Number(text) >= from && Number(text) < from + replicas);
  };
  return [
    ["controller-revision-hash", any],
    ["apps.kubernetes.io/pod-index", isOrdinal],
    [
      "statefulset.kubernetes.io/pod-name",
      (value) => value.startsWith(`${name}-`) && isOrdinal(value.slice(name.length + 1)),
    ],
  ];
}

function ofJob(isName: (value: string) => boolean, isIndex: (value: string) => boolean): readonly Added[] {
  return [
    ["batch.kubernetes.io/job-name", isName],
    ["job-name", isName],
    ["batch.kubernetes.io/controller-uid", any],
    ["controller-uid", any],
    ["batch.kubernetes.io/job-completion-index", isIndex],
  ];
}

function indexOf(data: object): (value: string) => boolean {
  if (textOf(at(data, "spec", "completionMode")) !== "Indexed") return () => false;
  const completions = at(data, "spec", "completions");
  return (value) => /^(?:0|[1-9]\d*)$/.test(value) && (typeof completions !== "number" || Number(value) < completions);
}
