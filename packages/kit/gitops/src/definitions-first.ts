import { definedKinds, groupOf } from "@kit/kube";
import type { EnvironmentSync, GitOps } from "./define-gitops.ts";
import type { SyncedObject } from "./rendered-object.ts";

interface BuiltEnvironment {
  readonly id: string;
  readonly cluster: { readonly id: string };
  readonly objects: readonly SyncedObject[];
  /** Set of a preview. */
  readonly preview?: object | undefined;
}

/**
 * How each environment is synced, after those of its cluster that bring definitions of its objects' kinds: an API server knows
 * no kind before its definition. Of two that need each other's neither waits for that, or both would for ever.
 */
export function definitionsFirst(
  { environments: syncs }: GitOps,
  environments: readonly BuiltEnvironment[],
): ReadonlyMap<string, EnvironmentSync> {
  const brought = new Map(
    environments.map((one) => [one.id, kindsIn(definedKinds(one.objects.map(({ data }) => data)))]),
  );
  const needs = (one: BuiltEnvironment, other: BuiltEnvironment): boolean => {
    const kinds = brought.get(other.id)!;
    const isElsewhere = one.id === other.id || one.cluster.id !== other.cluster.id || other.preview !== undefined;
    if (isElsewhere || kinds.size === 0) return false;
    const missing = kindsIn(one.objects.map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind })));
    return !missing.difference(brought.get(one.id)!).isDisjointFrom(kinds);
  };
  const waits = new Map(
    environments.map((one) => [one.id, environments.filter((other) => needs(one, other)).map(({ id }) => id)]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(syncs[from]?.after ?? []), ...(waits.get(from) ?? [])].some((next) => reaches(next, to, seen));
  };
  return new Map(
    environments.map(({ id, preview }) => {
      const sync = syncs[id]!;
      const first = preview === undefined ? waits.get(id)!.filter((other) => !reaches(other, id)) : [];
      if (first.length === 0) return [id, sync];
      return [id, { ...sync, after: [...new Set([...(sync.after ?? []), ...first])] }];
    }),
  );
}

function kindsIn(kinds: readonly { readonly group: string; readonly kind: string }[]): Set<string> {
  return new Set(kinds.map(({ group, kind }) => `${group}/${kind}`));
}
