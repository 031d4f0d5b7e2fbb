import { findKind, groupOf, isBuiltInGroup, kubernetesMinors, typeAt, type KindSchema } from "@kit/schema";
import type { KubernetesMinor, Path, StructureProblem } from "@kit/schema";

interface OfKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Of the cluster. */
  readonly minor: KubernetesMinor;
}

/** What is wrong with an object, said by what the versions of Kubernetes have: a field that comes later, or that went. */
export function inMinor(problem: StructureProblem, of: OfKind): StructureProblem {
  const { code, path } = problem;
  if (code !== "unknown-field") return problem;
  const known = whereElse(of, (schema) => typeAt(schema, path) !== undefined);
  const field = String(path.at(-1));
  return known === undefined
    ? problem
    : { ...problem, message: `Kubernetes ${of.minor} does not have the field ${field}: ${known.text}`, fix: known.fix };
}

/** A version of Kubernetes that serves a kind of its own which the cluster's does not. */
export function servedElsewhere(of: OfKind): Elsewhere | undefined {
  return whereElse(of, () => true);
}

interface Elsewhere {
  /** `it comes with 1.30`, `it was there until 1.29`. */
  readonly text: string;
  readonly fix: string;
}

function whereElse({ apiVersion, kind, minor }: OfKind, has: (schema: KindSchema) => boolean): Elsewhere | undefined {
  const isIn = (one: KubernetesMinor): boolean => {
    const schema = isBuiltInGroup(groupOf(apiVersion), one) ? findKind(apiVersion, kind, one) : undefined;
    return schema !== undefined && has(schema);
  };
  const at = kubernetesMinors.indexOf(minor);
  const later = kubernetesMinors.slice(at + 1).find(isIn);
  if (later !== undefined)
    return { text: `it comes with ${later}`, fix: "leave it out, or raise the cluster's version first" };
  const before = kubernetesMinors.slice(0, at).findLast(isIn);
  return before && { text: `it was there until ${before}`, fix: "leave it out" };
}

/** Whether a kind has a place, in the version of the cluster. */
export function hasPlace({ apiVersion, kind, minor }: OfKind, path: Path): boolean {
  const schema = findKind(apiVersion, kind, minor);
  return schema !== undefined && typeAt(schema, path) !== undefined;
}
