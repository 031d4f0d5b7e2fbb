import { selects } from "@kit/kube";
import type { Expression, PodTerm } from "../objects/selector-schema.ts";
import type { Labels } from "@kit/model";
import type { PodShape } from "./shape.ts";

/** A term of a pod's affinity to pods. */
export interface Term {
  readonly topologyKey: string;
  /** For each shape, whether the term means its pods. */
  readonly means: readonly boolean[];
  /** The shapes whose pods the term means. */
  readonly meant: readonly number[];
  readonly weight: number;
}

/** What a pod wants of other pods' places. */
export interface Affinity {
  /** Terms that must hold; a pod counts for one of them only where it is meant by all. */
  readonly near: readonly Term[];
  /** The shapes that all of `near` mean. */
  readonly meantByAll: readonly number[];
  readonly away: readonly Term[];
  readonly ratherNear: readonly Term[];
  readonly ratherAway: readonly Term[];
}

/** The affinity of a shape to each of all shapes. */
export function affinityOf(
  shape: PodShape,
  all: readonly PodShape[],
  namespaces: ReadonlyMap<string, Labels>,
): Affinity {
  const termOf = (term: PodTerm, weight: number): Term => {
    const meansEach = all.map((other) => means(term, shape, other, namespaces));
    const meant = meansEach.flatMap((isMeant, index) => (isMeant ? [index] : []));
    return { topologyKey: term.topologyKey, means: meansEach, meant, weight };
  };
  const { podAffinity, podAntiAffinity } = shape.spec.affinity ?? {};
  const near = podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const away = podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const ratherNear = podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const ratherAway = podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const required = near.map((term) => termOf(term, 1));
  return {
    near: required,
    meantByAll: all.flatMap((_, index) => (required.every((term) => term.means[index]) ? [index] : [])),
    away: away.map((term) => termOf(term, 1)),
    ratherNear: ratherNear.map(({ podAffinityTerm, weight }) => termOf(podAffinityTerm, weight)),
    ratherAway: ratherAway.map(({ podAffinityTerm, weight }) => termOf(podAffinityTerm, weight)),
  };
}

/** Whether there is any term. */
export function hasTerms({ near, away, ratherNear, ratherAway }: Affinity): boolean {
  return near.length + away.length + ratherNear.length + ratherAway.length > 0;
}

function means(term: PodTerm, own: PodShape, other: PodShape, namespaces: ReadonlyMap<string, Labels>): boolean {
  const { labelSelector, namespaces: named, namespaceSelector } = term;
  const noNamespace = named.length === 0 && (namespaceSelector ?? undefined) === undefined;
  const inNamespace = noNamespace
    ? other.namespace === own.namespace
    : named.includes(other.namespace) || selects(namespaceSelector, namespaceLabels(other.namespace, namespaces));
  return inNamespace && selects(withLabelKeys(labelSelector, term, own.labels), other.labels);
}

/** A selector with what `matchLabelKeys` and `mismatchLabelKeys` add of the pod's own labels. */
export function withLabelKeys(
  selector: PodTerm["labelSelector"],
  { matchLabelKeys = [], mismatchLabelKeys = [] }: Partial<Pick<PodTerm, "matchLabelKeys" | "mismatchLabelKeys">>,
  own: Labels,
): PodTerm["labelSelector"] {
  if (selector === null || selector === undefined) return selector;
  const expressions = [
    ...matchLabelKeys.map((key) => ({ key, operator: "In" as const })),
    ...mismatchLabelKeys.map((key) => ({ key, operator: "NotIn" as const })),
  ].flatMap(({ key, operator }): Expression[] => {
    const value = own[key];
    return value === undefined ? [] : [{ key, operator, values: [value] }];
  });
  return { ...selector, matchExpressions: [...selector.matchExpressions, ...expressions] };
}

function namespaceLabels(name: string, namespaces: ReadonlyMap<string, Labels>): Labels {
  return { "kubernetes.io/metadata.name": name, ...namespaces.get(name) };
}
