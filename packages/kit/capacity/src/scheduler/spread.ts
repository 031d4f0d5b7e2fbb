import { selects } from "@kit/kube";
import type { ParsedSelector, SpreadConstraint } from "../objects/selector-schema.ts";
import { hostname } from "./nodes.ts";
import { withLabelKeys } from "./pod-terms.ts";
import type { PodShape } from "./shape.ts";

/** A spread constraint, worked out for the shapes and nodes that there are. */
export interface Constraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** The shapes whose pods count. */
  readonly counts: readonly number[];
  /** Whether a pod counts itself, once placed. */
  readonly countsSelf: boolean;
  /** For each node, whether its pods count. */
  readonly includesNode: readonly boolean[];
}

export interface SpreadRules {
  /** Must hold. */
  readonly hard: readonly Constraint[];
  /** Only scored. */
  readonly soft: readonly Constraint[];
  /** Whether a node that lacks a label of the soft ones is left out of their scores. */
  readonly needsLabels: boolean;
}

// The constraints of a pod without any: systemDefaultConstraints of plugins/podtopologyspread.
const byDefault = [
  { topologyKey: hostname, maxSkew: 3 },
  { topologyKey: "topology.kubernetes.io/zone", maxSkew: 5 },
] as const;

/**
 * @param selectsNode For each node, whether the pod's node selection takes it.
 * @param tolerates For each node, whether the pod tolerates its taints.
 */
export function spreadOf(
  shape: PodShape,
  all: readonly PodShape[],
  selectsNode: readonly boolean[],
  tolerates: readonly boolean[],
): SpreadRules {
  const own = shape.spec.topologySpreadConstraints;
  const worked = (constraint: SpreadConstraint): Constraint => {
    const selector = withLabelKeys(
      constraint.labelSelector,
      { matchLabelKeys: constraint.matchLabelKeys },
      shape.labels,
    );
    return {
      topologyKey: constraint.topologyKey,
      maxSkew: constraint.maxSkew,
      minDomains: constraint.minDomains,
      counts: all.flatMap((other, index) => (countsIn(selector, shape, other) ? [index] : [])),
      countsSelf: selects(selector, shape.labels),
      includesNode: selectsNode.map(
        (selected, node) =>
          (constraint.nodeAffinityPolicy === "Ignore" || selected) &&
          (constraint.nodeTaintsPolicy === "Ignore" || tolerates[node] === true),
      ),
    };
  };
  const of = (action: string): Constraint[] =>
    own.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === action).map(worked);
  if (own.length > 0) return { hard: of("DoNotSchedule"), soft: of("ScheduleAnyway"), needsLabels: true };
  return { hard: [], soft: defaults(shape).map(worked), needsLabels: false };
}

function defaults({ siblings }: PodShape): SpreadConstraint[] {
  if (Object.keys(siblings).length === 0) return [];
  return byDefault.map((constraint) => ({
    ...constraint,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { ...siblings }, matchExpressions: [] },
    minDomains: 1,
    nodeAffinityPolicy: "Honor",
    nodeTaintsPolicy: "Ignore",
    matchLabelKeys: [],
  }));
}

// countPodsMatchSelector: an empty selector counts no pod there, although it selects all elsewhere.
function countsIn(selector: ParsedSelector | null | undefined, own: PodShape, other: PodShape): boolean {
  if (selector === null || selector === undefined) return false;
  if (Object.keys(selector.matchLabels).length + selector.matchExpressions.length === 0) return false;
  return own.namespace === other.namespace && selects(selector, other.labels);
}
