import { hasAll } from "@kit/kube";
import type { NodeTerm } from "../objects/selector-schema.ts";
import { hostPortsOf, type HostPort } from "./host-ports.ts";
import { hostname, type ClusterNode } from "./nodes.ts";
import { affinityOf, hasTerms, type Affinity } from "./pod-terms.ts";
import type { Labels } from "@kit/model";
import { matchesTerm } from "./selectors.ts";
import type { PodShape } from "./shape.ts";
import { spreadOf, type SpreadRules } from "./spread.ts";
import { untolerated } from "./taints.ts";

/** A shape with everything about it that no placement changes, worked out once. */
interface ModelShape {
  readonly shape: PodShape;
  /** For each node, why its taints or the pod's node selection keep the pod away; undefined where they do not. */
  readonly keptAway: readonly (string | undefined)[];
  /** For each node, whether the pod's node selection takes it. */
  readonly selectsNode: readonly boolean[];
  /** For each node, the weights of the preferences that it meets. */
  readonly preferred: readonly number[];
  /** For each node, how many of its taints would rather not have the pod. */
  readonly unwelcome: readonly number[];
  readonly hostPorts: readonly HostPort[];
  readonly affinity: Affinity;
  readonly spread: SpreadRules;
}

/** Nodes, and the pods that may come to run on them. */
export interface Model {
  readonly nodes: readonly ClusterNode[];
  readonly shapes: readonly ModelShape[];
  /** The shapes that want something of other pods' places. */
  readonly social: readonly number[];
  /** For each node, a number that it shares with those that are the same but for their names. */
  readonly alike: readonly number[];
}

/**
 * @param namespaces The labels of namespaces, by name; one that is not there has its name label only.
 */
export function modelOf(
  nodes: readonly ClusterNode[],
  shapes: readonly PodShape[],
  namespaces: ReadonlyMap<string, Labels> = new Map(),
): Model {
  const models = shapes.map((shape) => modelShape(shape, nodes, shapes, namespaces));
  return {
    nodes,
    shapes: models,
    social: models.flatMap(({ affinity }, index) => (hasTerms(affinity) ? [index] : [])),
    alike: alikeNodes(nodes, shapes),
  };
}

function modelShape(
  shape: PodShape,
  nodes: readonly ClusterNode[],
  shapes: readonly PodShape[],
  namespaces: ReadonlyMap<string, Labels>,
): ModelShape {
  const selectsNode = nodes.map((node) => isSelected(shape, node));
  const tainted = nodes.map(({ taints }) => untolerated(taints, shape.spec.tolerations, ["NoSchedule", "NoExecute"]));
  return {
    shape,
    selectsNode,
    keptAway: nodes.map((node, index) => {
      if (shape.spec.nodeName !== "" && shape.spec.nodeName !== node.name) return "is not the node that nodeName names";
      const [taint] = tainted[index]!;
      if (taint !== undefined) return `has the taint ${taint.key}, which the pod does not tolerate`;
      return selectsNode[index] === true ? undefined : "does not match the pod's node selector or affinity";
    }),
    preferred: nodes.map((node) => preferenceOf(shape, node)),
    unwelcome: nodes.map(({ taints }) => untolerated(taints, shape.spec.tolerations, ["PreferNoSchedule"]).length),
    hostPorts: hostPortsOf(shape.spec),
    affinity: affinityOf(shape, shapes, namespaces),
    spread: spreadOf(
      shape,
      shapes,
      selectsNode,
      tainted.map((taints) => taints.length === 0),
    ),
  };
}

function isSelected({ spec }: PodShape, node: ClusterNode): boolean {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return (
    hasAll(spec.nodeSelector, node.labels) &&
    (required?.nodeSelectorTerms.some((term) => matchesTerm(term, node)) ?? true)
  );
}

function preferenceOf({ spec }: PodShape, node: ClusterNode): number {
  const preferred = spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.reduce((sum, { weight, preference }) => sum + (matchesTerm(preference, node) ? weight : 0), 0);
}

function alikeNodes(nodes: readonly ClusterNode[], shapes: readonly PodShape[]): number[] {
  if (shapes.some(namesNode)) return nodes.map((_, index) => index);
  const seen = new Map<string, number>();
  return nodes.map(({ labels, taints, allocatable, pods }, index) => {
    const others = Object.entries(labels).filter(([name]) => name !== hostname);
    const key = JSON.stringify([sorted(others), taints, sorted(Object.entries(allocatable)), pods]);
    const first = seen.get(key) ?? index;
    seen.set(key, first);
    return first;
  });
}

function sorted(entries: readonly (readonly [string, unknown])[]): readonly unknown[] {
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Whether a node's name matters to a pod, so that no two nodes are the same to it. */
function namesNode({ spec: { nodeName, nodeSelector, affinity } }: PodShape): boolean {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const preferred = affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const terms: readonly NodeTerm[] = [...required, ...preferred.map(({ preference }) => preference)];
  return (
    nodeName !== "" ||
    hostname in nodeSelector ||
    terms.some(
      ({ matchExpressions, matchFields }) =>
        matchFields.length > 0 || matchExpressions.some(({ key }) => key === hostname),
    )
  );
}
